import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome, Finding, Validity } from '#domain/drug-screens/interpret.ts';
import type { Database } from '#server/database/pool.ts';
import { isOpen, isScheduled } from '#server/screen-plans/open-slots.ts';
import type { staysIn } from './cohort-stays.rows.ts';

type Stays = ReturnType<typeof staysIn>;

/** One screen as it stands now, with what the projection says of it. One that has no projection yet can't be read. */
export type ScreenEventRow = {
  readonly id: string;
  readonly client_id: string;
  readonly slot_id: string | null;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly validity: Validity | null;
  readonly collected_on: Day;
  readonly interpretable: boolean;
  readonly as_expected: boolean;
  readonly unexpected: readonly string[];
  /** Null where everything is as expected, so that thousands of plain ones cost nothing to carry. */
  readonly findings: Readonly<Record<string, Finding>> | null;
  /** Analytes whose result was explained after it was read. */
  readonly explained: readonly string[];
};

/** The current screens of these stays between two days. A row that another amends is superseded and isn't here. */
export const screenEvents = (db: Database, stays: Stays, from: Day, to: Day): Promise<readonly ScreenEventRow[]> =>
  db
    .with('stay', () => stays)
    .selectFrom('screen')
    .leftJoin('screen_reading as reading', (join) =>
      join.onRef('reading.organization_id', '=', 'screen.organization_id').onRef('reading.screen_id', '=', 'screen.id'),
    )
    .select([
      'screen.id',
      'screen.client_id',
      'screen.slot_id',
      'screen.scheduled',
      'screen.outcome',
      'screen.validity',
      'screen.collected_on',
      sql<boolean>`coalesce(reading.interpretable, false)`.as('interpretable'),
      sql<boolean>`coalesce(reading.as_expected, false)`.as('as_expected'),
      sql<string[]>`coalesce(reading.unexpected, '{}')`.as('unexpected'),
      sql<Record<string, Finding> | null>`case when reading.as_expected then null else reading.findings end`.as('findings'),
      explained.as('explained'),
    ])
    .where('screen.collected_on', '>=', from)
    .where('screen.collected_on', '<=', to)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('screen as later')
            .select('later.id')
            .whereRef('later.organization_id', '=', 'screen.organization_id')
            .whereRef('later.amends_id', '=', 'screen.id'),
        ),
      ),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stay')
          .select('stay.stay_id')
          .whereRef('stay.client_id', '=', 'screen.client_id')
          .whereRef('stay.opened_on', '<=', 'screen.collected_on')
          .where((of) => of.or([of('stay.closed_on', 'is', null), of('stay.closed_on', '>=', of.ref('screen.collected_on'))])),
      ),
    )
    .execute();

const explained = sql<string[]>`case when reading.as_expected or reading.screen_id is null then '{}' else array(
  select link.analyte from adjustment_result link
  join adjustment on adjustment.organization_id = link.organization_id and adjustment.id = link.adjustment_id
  where link.organization_id = screen.organization_id and link.screen_id = screen.id and adjustment.explained_at is not null) end`;

/** The slots of the testing schedule that came due in these stays between two days. */
export const slotsDue = (db: Database, stays: Stays, from: Day, to: Day, now: Instant) =>
  db
    .with('stay', () => stays)
    .selectFrom('screen_slot')
    .select(['screen_slot.id', 'screen_slot.client_id', 'screen_slot.due_on'])
    .where('screen_slot.due_on', '>=', from)
    .where('screen_slot.due_on', '<=', to)
    .where(isScheduled('screen_slot'))
    .where(isOpen('screen_slot', now))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stay')
          .select('stay.stay_id')
          .whereRef('stay.client_id', '=', 'screen_slot.client_id')
          .whereRef('stay.opened_on', '<=', 'screen_slot.due_on')
          .where((of) => of.or([of('stay.closed_on', 'is', null), of('stay.closed_on', '>=', of.ref('screen_slot.due_on'))])),
      ),
    )
    .execute();
