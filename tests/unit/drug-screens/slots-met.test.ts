import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { collectionOutcomes, type CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import { slotMetBy, slotsMet, slotsSettled } from '#domain/drug-screens/slots-met.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const monday = day('2026-11-16');
const on = (late: number) => addDays(monday, late);
const slot = (late: number, answered: CollectionOutcome | null = null) => ({ id: `slot ${late}`, on: on(late), answered });

describe('the slot that something of the schedule meets', () => {
  test.each<[string, late: number, outcome: CollectionOutcome, slots: ReturnType<typeof slot>[], met: number | null]>([
    ['a cup on the slot’s own day', 0, 'collected', [slot(0)], 0],
    ['a cup of its own day before an earlier slot', 2, 'collected', [slot(0), slot(2)], 2],
    ['the nearest earlier slot', 3, 'collected', [slot(0), slot(1)], 1],
    ['a cup three days late', 3, 'collected', [slot(0)], 0],
    ['no slot whose 72 hours are over', 4, 'collected', [slot(0)], null],
    ['no slot that is still to come', 0, 'collected', [slot(1)], null],
    ['a slot that was missed', 2, 'collected', [slot(0, 'not-collected')], 0],
    ['a slot that was declined', 2, 'collected', [slot(0, 'declined')], 0],
    ['a slot for which the client was unable', 2, 'collected', [slot(0, 'unable')], 0],
    ['a slot that was excused', 2, 'collected', [slot(0, 'excused')], 0],
    ['no slot that the program cancelled', 2, 'collected', [slot(0, 'cancelled-by-program')], null],
    ['no slot that another cup met, but the one before it', 2, 'collected', [slot(0), slot(1, 'collected')], 0],
    ['what was declined answers the slot of its day', 0, 'declined', [slot(0)], 0],
    ['what was declined answers no earlier slot', 1, 'declined', [slot(0)], null],
    ['what was declined answers no slot for which something is written', 0, 'declined', [slot(0, 'excused')], null],
  ])('%s', (_, late, outcome, slots, met) => {
    expect(slotMetBy({ on: on(late), outcome }, slots, settings)?.id ?? null).toBe(met === null ? null : `slot ${met}`);
  });
});

test('by a day a slot is missed, open, met or replaced, once', () => {
  const slots = [slot(0), slot(2), slot(4), slot(6)];
  const entries = [
    { id: 'declined', slotId: 'slot 2', outcome: 'declined' as const, scheduled: true, on: on(2) },
    { id: 'late', slotId: null, outcome: 'collected' as const, scheduled: true, on: on(3) },
    { id: 'for cause', slotId: null, outcome: 'collected' as const, scheduled: false, on: on(4) },
  ];
  const { missed, open, replaced } = slotsSettled(slots, entries, on(7), settings);
  expect(missed.map(({ id }) => id)).toEqual(['slot 0']);
  expect(open.map(({ id }) => id)).toEqual(['slot 4', 'slot 6']);
  expect([...replaced]).toEqual(['declined']);
});

test('a log that asks for each cup as it comes and a report that asks for all of them say the same', () => {
  const days = integer({ min: 0, max: 9 });
  const answers = constantFrom(null, ...collectionOutcomes);
  assert(
    property(array(record({ late: days, answered: answers })), array(days), (dues, cups) => {
      const slots = [...new Map(dues.map(({ late, answered }) => [late, slot(late, answered)])).values()];
      const collections = cups.toSorted((a, b) => a - b).map((late, index) => ({ id: `cup ${index}`, on: on(late), scheduled: true }));
      const waiting = new Map(slots.map((one) => [one.id, one]));
      const oneByOne = collections.flatMap((cup) => {
        const met = slotMetBy({ on: cup.on, outcome: 'collected' }, [...waiting.values()], settings);
        if (met === null) return [];
        waiting.set(met.id, { ...met, answered: 'collected' });
        return [met.id];
      });
      expect(new Set(slotsMet(slots, collections.toReversed(), settings).keys())).toEqual(new Set(oneByOne));
    }),
  );
});
