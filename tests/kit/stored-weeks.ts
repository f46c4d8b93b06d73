import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { weeksOfStay, type StayWeek } from '#domain/cohort/weeks.ts';
import { staysOf } from '#server/cohort/stays.rows.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { inside, type World } from './world.ts';

type Week = Pick<StayWeek, 'clientId' | 'week' | 'prescribed' | 'delivered' | 'offered' | 'numerator' | 'denominator'> & {
  readonly stay: string;
  readonly counted: string;
};

const inOrder = (weeks: readonly Week[]): readonly Week[] =>
  weeks.toSorted((a, b) => (`${a.stay} ${a.week}` < `${b.stay} ${b.week}` ? -1 : 1));

/** The stored weeks of clients that are over at a moment. */
export async function storedWeeksAt(world: World, moment: Instant, clients: ReadonlySet<string>): Promise<readonly Week[]> {
  const rows = await world.db
    .selectFrom('client_week')
    .selectAll()
    .where('organization_id', '=', world.organizationId)
    .where('over_at', '<=', sql<Instant>`${moment}::timestamptz`)
    .execute();
  return inOrder(
    rows
      .filter(({ client_id }) => clients.has(client_id))
      .map(({ client_id, episode_id, week, count_status, reason, prescribed, delivered, offered, numerator, denominator }) => ({
        stay: episode_id,
        clientId: client_id,
        week,
        prescribed,
        delivered,
        offered,
        numerator,
        denominator,
        counted: `${count_status} ${reason}`,
      })),
  );
}

/** The same as the rule says them, from what is written. `seen` is told of each, and whether its stay is over. */
export async function ruledWeeksAt(
  world: World,
  moment: Instant,
  clients: ReadonlySet<string>,
  seen: (week: Week, past: boolean) => void = () => undefined,
): Promise<readonly Week[]> {
  const stays = await inside(world, async (db) => {
    const { time_zone } = await db.selectFrom('organization').select('time_zone').executeTakeFirstOrThrow();
    return staysOf(db, time_zone, await clientsInEpisodes(db).where('client.superseded_by', 'is', null).execute());
  });
  return inOrder(
    stays
      .filter(({ clientId }) => clients.has(clientId))
      .flatMap((stay) =>
        weeksOfStay(stay, moment)
          .filter(({ overAt }) => overAt <= moment)
          .map(({ clientId, week, prescribed, delivered, offered, numerator, denominator, counted }) => {
            const said = {
              stay: stay.id,
              clientId,
              week,
              prescribed,
              delivered,
              offered,
              numerator,
              denominator,
              counted: `${counted.countStatus} ${counted.reason}`,
            };
            seen(said, stay.closedOn !== null);
            return said;
          }),
      ),
  );
}
