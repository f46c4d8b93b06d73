import { addDays, daysFromTo, weekOf } from '#domain/calendar.ts';
import type { Frame } from '../frame.ts';
import type { Group, ProgramFixture } from '../house.ts';
import type { Booking } from '../life.ts';
import type { Diary, Session } from '../sessions.ts';
import type { Stay } from './stays.ts';

type World = { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame };

/** Some missed groups are made up with another group before the week is over, on a day of their own. */
export function makeUpsFor(
  { dice, lastServiceOn, calm }: Stay,
  own: Group,
  bookings: readonly Booking[],
  { programFixture, diary, frame }: World,
): readonly Booking[] {
  // Lately made up hours would turn a quiet caseload into a list of praise.
  const until = addDays(frame.today, calm ? -40 : 0);
  const taken = new Set<string>(bookings.map(({ session }) => session.on));
  return bookings
    .filter(({ status, session }) => status === 'absent' && session.group !== null && session.on < until && dice.chance(0.12))
    .flatMap(({ session }): Booking[] => {
      const last = addDays(weekOf(session.on), 6);
      const free = daysFromTo(addDays(session.on, 1), last).filter((on) => on < frame.today && on <= lastServiceOn && !taken.has(on));
      const other = free.flatMap((on) => programFixture.groups.flatMap((group) => heldBy(group, own, diary.sessionOf(group, on))))[0];
      if (other === undefined) return [];
      taken.add(other.on);
      return [
        {
          session: other,
          status: 'present',
          minutes: other.minutes,
          telehealth: other.group?.telehealth ?? false,
          makeUp: true,
          makesUp: session.id,
          note: 'Make-up',
        },
      ];
    });
}

const heldBy = (group: Group, own: Group, session: Session | null): readonly Session[] =>
  group.id === own.id || session === null || session.cancelledBecause !== null ? [] : [session];
