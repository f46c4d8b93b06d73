import { colleaguesOf, episodesOutOf } from '#server/access/colleagues.ts';
import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Database } from '#server/database/pool.ts';

/** Whether two work in one program, or are one person. */
export async function workTogether(db: Database, one: string, other: string): Promise<boolean> {
  const found = await db.selectFrom('staff').select('id').where('staff.id', '=', other).where(colleaguesOf(one)).executeTakeFirst();
  return found !== undefined;
}

/** The clients whom somebody has in care. */
export async function clientsInCareOf(db: Database, therapistId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('episode')
    .select('client_id')
    .distinct()
    .where('therapist_id', '=', therapistId)
    .where('closed_on', 'is', null)
    .execute();
  return rows.map(({ client_id }) => client_id);
}

/** The programs of these open episodes in which somebody doesn't work, by name. */
export async function programsWithout(
  db: Database,
  staffId: string,
  episodes: { readonly therapistId: string } | { readonly ids: readonly string[] },
): Promise<string[]> {
  const rows = await db
    .selectFrom('episode')
    .innerJoin('program', 'program.id', 'episode.program_id')
    .select('program.name')
    .groupBy('program.name')
    .where('episode.closed_on', 'is', null)
    .where((eb) =>
      'therapistId' in episodes ? eb('episode.therapist_id', '=', episodes.therapistId) : eb('episode.id', 'in', [...episodes.ids]),
    )
    .where(episodesOutOf(staffId))
    .orderBy(inNameOrder('program.name'))
    .execute();
  return rows.map(({ name }) => name);
}
