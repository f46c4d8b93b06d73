import { addDays, momentOf, weekdayOf } from '#domain/calendar.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { Collection, ClientFixture } from './life.ts';
import { diceFor, idFor } from './random.ts';
import type { Book } from './rows.ts';

type Plan = { readonly per_week: number; readonly max_gap_days: number; readonly why: string };

const plans: readonly [Plan, ...Plan[]] = [
  { per_week: 2, max_gap_days: 7, why: 'First weeks in care.' },
  { per_week: 1, max_gap_days: 14, why: 'Steady for two months; agreed with the client.' },
  { per_week: 2.5, max_gap_days: 5, why: 'Asked for closer support around paydays.' },
];

const planIdOf = (fixture: ClientFixture, version: number): string => idFor(`client ${fixture.key} screen plan ${version}`);

/** Plans of their own for some of those in care, and today's draw: what is due today was drawn this morning, and no later day is decided. */
export function writeScreening(book: Book, fixture: ClientFixture, frame: Frame): void {
  if (fixture.discharge !== null) return;
  const { today, zone } = frame;
  const dice = diceFor(`${fixture.key} screening`);
  const client_id = clientIdOf(fixture);
  const own = dice.chance(0.35) ? [dice.pick(plans)] : [];
  const from = fixture.openedOn > addDays(today, -40) ? fixture.openedOn : addDays(today, -dice.whole(10, 40));
  for (const [index, plan] of own.entries()) {
    const said = { version: index + 1, ...plan, panel_id: null, from_on: from, set_by: fixture.therapist.id };
    book.write('screen_plan', { id: planIdOf(fixture, index + 1), client_id, ...said, set_at: momentOf(from, '10:10', zone) });
  }
  const expected = fixture.bookings.some(({ session }) => session.on === today && session.cancelledBecause === null);
  if (!expected) return;
  book.write('screen_draw', {
    client_id,
    on_day: today,
    plan_id: own.length > 0 && from <= today ? planIdOf(fixture, 1) : null,
    chance: weekdayOf(today) === 1 ? 0.65 : 0.43,
    because: 'chance',
    drawn: fixture.dueNext.length > 0,
    drawn_at: momentOf(today, '00:00', zone),
  });
}

const seen = [
  'Slow to answer and unsteady on the way in at 5:50 pm, seen by two of us.',
  'Asked in group why they left twice; came back with pinpoint pupils, seen by the leader.',
  'Their partner called at noon: found them asleep in the car, hard to wake.',
] as const;

export const requestedIdOf = (fixture: ClientFixture, { on }: Pick<Collection, 'on'>): string => idFor(`client ${fixture.key} asked ${on}`);

/** What somebody asked for outside the schedule, and its cup answered. */
export function writeRequested(book: Book, fixture: ClientFixture, { zone }: Frame): void {
  for (const requested of fixture.collections.filter(({ scheduled, session }) => !scheduled && session !== null)) {
    const { on, session, panel } = requested;
    const baseline = on < addDays(fixture.openedOn, 7);
    book.write('screen_slot', {
      id: requestedIdOf(fixture, requested),
      client_id: clientIdOf(fixture),
      session_id: session?.id ?? null,
      due_on: on,
      reason: baseline ? 'one-off' : 'for-cause',
      asked_by: fixture.therapist.id,
      asked_at: momentOf(on, '08:40', zone),
      why: baseline ? 'Baseline at admission.' : diceFor(`${fixture.key} asked ${on}`).pick(seen),
      panel_id: panel.id,
    });
  }
}
