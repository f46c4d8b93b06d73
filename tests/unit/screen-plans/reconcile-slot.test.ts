import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { reconciledSlot, type DrawnSlotFacts, type ReconciledSlot, type SessionToCollectIn } from '#domain/screen-plans/reconcile-slot.ts';

const zone = 'America/New_York';
const on = day('2026-11-23');
const at = (time: string) => momentOf(on, time, zone);
const session = (sessionId: string, from: string, to: string): SessionToCollectIn => ({
  sessionId,
  on,
  startsAt: at(from),
  endsAt: at(to),
  timesKnown: true,
});
const morning = session('morning', '09:00', '12:00');
const evening = session('evening', '18:00', '21:00');

const slot: DrawnSlotFacts = { sessionId: 'morning', on, opensAt: at('08:30'), held: true, excused: false, away: false };
const toTheEvening: ReconciledSlot = { is: 'moved', sessionId: 'evening', opensAt: at('17:30') };

test.each<[string, string, Partial<DrawnSlotFacts>, SessionToCollectIn[], ReconciledSlot]>([
  ['hidden, and its session stands', '07:00', {}, [morning, evening], { is: 'kept' }],
  [
    'hidden, and its session starts later',
    '07:00',
    { opensAt: at('08:00') },
    [morning],
    { is: 'moved', sessionId: 'morning', opensAt: at('08:30') },
  ],
  ['hidden, and its session was cancelled', '07:00', { held: false }, [evening], toTheEvening],
  ['hidden, and excused from its session', '07:00', { excused: true }, [evening], toTheEvening],
  ['hidden, and no session of the day is left', '07:00', { held: false }, [], { is: 'removed' }],
  ['hidden, and the client is away', '07:00', { away: true }, [], { is: 'removed' }],
  ['opened, and its session stands', '10:00', {}, [morning], { is: 'kept' }],
  ['opened, and excused from its session', '10:00', { excused: true }, [evening], { is: 'kept' }],
  ['opened, and its session was cancelled', '10:00', { held: false }, [evening], { ...toTheEvening, opensAt: at('08:30') }],
  ['opened, and no session of the day is left', '10:00', { held: false }, [], { is: 'uncollected', outcome: 'cancelled-by-program' }],
  ['opened, and the other session is over', '22:00', { held: false }, [evening], { is: 'uncollected', outcome: 'cancelled-by-program' }],
  ['opened, and the client is away', '10:00', { away: true }, [evening], { is: 'uncollected', outcome: 'excused' }],
  [
    'opened, and only another day has a session',
    '10:00',
    { held: false },
    [{ ...evening, on: day('2026-11-24') }],
    { is: 'uncollected', outcome: 'cancelled-by-program' },
  ],
])('%s', (_, now, changes, sessions, expected) =>
  expect(reconciledSlot({ ...slot, ...changes }, sessions, { now: at(now), zone, screening: { opensMinutesBefore: 30 } })).toEqual(
    expected,
  ),
);
