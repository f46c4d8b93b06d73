import { sql } from 'kysely';
import { addDays, dayAt, instantOf, weekOf } from '#domain/calendar/calendar.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { attended, weekly } from './attendance.ts';
import { aClient } from './clients.ts';
import { meetsOn } from './cohort.ts';
import { tookPhq9 } from './reviews.ts';
import { aSlot } from './sessions.ts';
import { anOrganization, type World } from './world.ts';

export type Caseload = {
  readonly world: World;
  readonly clientIds: readonly string[];
  readonly siteIds: readonly string[];
  readonly zones: readonly string[];
};

/** A clinic of two sites in two time zones, with ten people in care. */
export async function aCaseload(base: World): Promise<Caseload> {
  const made = await anOrganization(base.db, 'Two zones');
  const world: World = { ...base, ...made, as: (who) => base.as(typeof who === 'string' ? made.staff[who] : who) };
  const { id: farSite } = await base.db
    .insertInto('site')
    .values({ organization_id: made.organizationId, name: 'Far site', time_zone: 'Pacific/Auckland' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const siteIds = [made.siteId, farSite];
  const today = dayAt(instantOf(base.clock.now), 'America/Chicago');
  const clientIds: string[] = [];
  for (let index = 0; index < 10; index += 1) {
    const chart = `C-${index}`;
    const client = await aClient(world, { lastName: `Client${index}`, chart, openedOn: addDays(today, -60 + index) });
    await meetsOn(world, client, [2, 4, 7], index % 3 === 0 ? null : 9);
    await sql`update episode set site_id = ${siteIds[index % 2]} where id = ${client.episodeId}`.execute(base.db);
    clientIds.push(client.clientId);
  }
  // Seven of them come to two of three evenings a week: care has begun, and less than prescribed is delivered.
  const evenings = [2, 4].flatMap((weekday) => weekly(addDays(weekOf(today), weekday - 8), 6));
  await attended(world, clientIds.slice(0, 7), evenings);
  for (const clientId of [clientIds[1], clientIds[4]])
    if (clientId !== undefined)
      await tookPhq9(world, clientId, [
        [addDays(today, -20), 6],
        [addDays(today, -2), 19],
      ]);
  for (const clientId of clientIds.slice(2, 5)) for (const back of [-9, -5]) await aSlot(world, clientId, null, addDays(today, back));
  for (const [index, clientId] of clientIds.slice(3, 7).entries())
    await sql`insert into adjustment (organization_id, client_id, number, trigger, opened_at, talk_due_at, sign_due_at, talked_at, signed_at, signed_by,
        client_view, naloxone, no_change_reason, follow_up_on)
      select ${made.organizationId}, ${clientId}, 1, 'own-report', at, at, at, at, case when signed then at end, case when signed then ${made.staff.therapist.staffId}::uuid end,
        case when signed then 'agrees' end, case when signed then 'has-it' end, case when signed then 'Enough as it is' end, case when signed then ${addDays(today, index)}::date end
      from (select ${instantOf(base.clock.now)}::timestamptz as at, ${index % 2 === 0}::boolean as signed) as one`.execute(base.db);
  await sql`insert into snooze (organization_id, client_id, need, reason, from_at, until_on, by)
    select ${made.organizationId}, client_id, 'hours', 'New shift pattern', ${instantOf(base.clock.now)}, ${addDays(today, 4)}, ${made.staff.therapist.staffId}
    from unnest(${clientIds.slice(0, 3)}::uuid[]) client_id`.execute(base.db);
  await recomputeStale({ db: base.db, clock: () => base.clock.now }, made.organizationId);
  return { world, clientIds, siteIds, zones: ['America/Chicago', 'Pacific/Auckland'] };
}
