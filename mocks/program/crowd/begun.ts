import { addDays } from '#domain/calendar.ts';
import type { Frame } from '../frame.ts';
import { minutesAfter } from '../frame.ts';
import type { BegunByHand, Booking } from '../life.ts';
import type { Stay } from './stays.ts';

/** Adjustments that a person started: after two sessions missed in a row, or because a client or their family said something. */
export function begunFor({ dice, calm, lastServiceOn }: Stay, bookings: readonly Booking[], { today }: Frame): readonly BegunByHand[] {
  const until = addDays(today, calm ? -9 : -1);
  const past = bookings.filter(({ session, status }) => session.on < until && session.on < lastServiceOn && status !== 'booked');
  return past.flatMap(({ session, status }, index): BegunByHand[] => {
    const at = minutesAfter(session.endsAt, 35);
    const backAfterTwo = status === 'present' && past[index - 1]?.status === 'absent' && past[index - 2]?.status === 'absent';
    if (backAfterTwo && dice.chance(0.3)) return [{ at, trigger: 'missed-care', about: 'Two sessions missed in a row' }];
    if (status !== 'present' || !dice.chance(0.004)) return [];
    return [
      dice.pick([
        { at, trigger: 'own-report', about: 'Told group about a drink on Saturday' },
        { at, trigger: 'collateral', about: 'Partner called, with consent, about nights away' },
      ] as const),
    ];
  });
}
