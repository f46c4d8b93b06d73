import { addDays, momentOf, weekdayOf } from '#domain/calendar.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { Collection, Life } from './life.ts';
import { diceFor, idFor } from './random.ts';
import type { Book } from './rows.ts';

type Plan = { readonly per_week: number; readonly max_gap_days: number; readonly why: string };

const plans: readonly [Plan, ...Plan[]] = [
  { per_week: 2, max_gap_days: 7, why: 'First weeks in care.' },
  { per_week: 1, max_gap_days: 14, why: 'Steady for two months; agreed with the client.' },
  { per_week: 2.5, max_gap_days: 5, why: 'Asked for closer support around paydays.' },
];

const planIdOf = (life: Life, version: number): string => idFor(`client ${life.key} screen plan ${version}`);

/** Plans of their own for some of those in care, and today's draw: what is due today was drawn this morning, and no later day is decided. */
export function writeScreening(book: Book, life: Life, frame: Frame): void {
  if (life.closing !== null) return;
  const { today, zone } = frame;
  const dice = diceFor(`${life.key} screening`);
  const client_id = clientIdOf(life);
  const own = dice.chance(0.35) ? [dice.pick(plans)] : [];
  const from = life.openedOn > addDays(today, -40) ? life.openedOn : addDays(today, -dice.whole(10, 40));
  for (const [place, plan] of own.entries()) {
    const said = { version: place + 1, ...plan, panel_id: null, from_on: from, set_by: life.therapist.id };
    book.write('screen_plan', { id: planIdOf(life, place + 1), client_id, ...said, set_at: momentOf(from, '10:10', zone) });
  }
  const expected = life.places.some(({ session }) => session.on === today && session.cancelledBecause === null);
  if (!expected) return;
  book.write('screen_draw', {
    client_id,
    on_day: today,
    plan_id: own.length > 0 && from <= today ? planIdOf(life, 1) : null,
    chance: weekdayOf(today) === 1 ? 0.65 : 0.43,
    because: 'chance',
    drawn: life.dueNext.length > 0,
    drawn_at: momentOf(today, '00:00', zone),
  });
}

const seen = [
  'Slow to answer and unsteady on the way in at 5:50 pm, seen by two of us.',
  'Asked in group why they left twice; came back with pinpoint pupils, seen by the leader.',
  'Their partner called at noon: found them asleep in the car, hard to wake.',
] as const;

export const askedIdOf = (life: Life, { on }: Pick<Collection, 'on'>): string => idFor(`client ${life.key} asked ${on}`);

/** What somebody asked for outside the schedule, and its cup answered. */
export function writeAsked(book: Book, life: Life, { zone }: Frame): void {
  for (const asked of life.collections.filter(({ scheduled, session }) => !scheduled && session !== null)) {
    const { on, session, panel } = asked;
    const baseline = on < addDays(life.openedOn, 7);
    book.write('screen_slot', {
      id: askedIdOf(life, asked),
      client_id: clientIdOf(life),
      session_id: session?.id ?? null,
      due_on: on,
      reason: baseline ? 'one-off' : 'for-cause',
      asked_by: life.therapist.id,
      asked_at: momentOf(on, '08:40', zone),
      why: baseline ? 'Baseline at admission.' : diceFor(`${life.key} asked ${on}`).pick(seen),
      panel_id: panel.id,
    });
  }
}
