import { inNameOrder } from '#server/database/in-name-order.ts';
import { rolesOfClinicians } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';

export type Person = { readonly id: string; readonly name: string };

/** Who may carry a change or a follow-up of this client: clinicians in service of the client's programs, the client's therapist first. */
export async function careTeamOf(db: Database, clientId: string): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('staff')
    .select((eb) => [
      'staff.id',
      'staff.name',
      eb
        .exists(
          eb
            .selectFrom('episode')
            .select('episode.id')
            .where('episode.client_id', '=', clientId)
            .where('episode.closed_on', 'is', null)
            .whereRef('episode.therapist_id', '=', 'staff.id'),
        )
        .as('own'),
    ])
    .where('staff.role', 'in', rolesOfClinicians)
    .where('staff.ended_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb(
          'staff.id',
          'in',
          eb
            .selectFrom('episode')
            .select('episode.therapist_id')
            .where('episode.client_id', '=', clientId)
            .where('episode.therapist_id', 'is not', null),
        ),
        eb(
          'staff.id',
          'in',
          eb
            .selectFrom('staff_program')
            .innerJoin('episode', 'episode.program_id', 'staff_program.program_id')
            .select('staff_program.staff_id')
            .where('episode.client_id', '=', clientId),
        ),
      ]),
    )
    .orderBy(inNameOrder('staff.name'))
    .execute();
  return rows.toSorted((a, b) => Number(b.own) - Number(a.own)).map(({ id, name }) => ({ id, name }));
}

/** The names of staff, also of those who have left. */
export async function staffNames(db: Database, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
