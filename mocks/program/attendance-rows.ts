import { breakIn, timesPresent } from '#domain/attendance-times.ts';
import { came } from '#domain/attendance.ts';
import { hoursBetween } from '#domain/calendar.ts';
import { clientIdOf } from './client-rows.ts';
import { minutesAfter } from './frame.ts';
import type { ClientFixture, Booking } from './life.ts';
import type { Book } from './rows.ts';

/** Each place of the client in a session, marked or still booked. */
export function writeAttendance(book: Book, fixture: ClientFixture): void {
  for (const booking of fixture.bookings) {
    const { session, status, minutes, telehealth, makeUp, note } = booking;
    const by = status === 'booked' ? null : (session.group?.leader.id ?? fixture.therapist.id);
    book.write('attendance', {
      session_id: session.id,
      client_id: clientIdOf(fixture),
      session_on: session.on,
      status,
      minutes,
      ...timesOf(booking),
      telehealth,
      make_up: makeUp,
      makes_up: booking.makesUp ?? null,
      note,
      recorded_by: by,
      changed_by: by,
      changed_at: by === null ? null : minutesAfter(session.endsAt, 4),
    });
  }
}

/** In and Out as the group's leader wrote them down; the minutes say how long that was. */
function timesOf({ session, status, minutes }: Booking) {
  if (status === 'booked' || !came({ status })) return { arrived_at: null, left_at: null };
  if (minutes === session.minutes) return { arrived_at: session.startsAt, left_at: session.endsAt };
  const pause = hoursBetween(session.startsAt, session.endsAt) * 60 - session.minutes;
  const hours = { startsAt: session.startsAt, endsAt: session.endsAt };
  const { arrivedAt, leftAt } = timesPresent(
    status,
    { arrivedAt: null, leftAt: null, minutes },
    { ...hours, breaks: breakIn(hours, Math.round(pause)) },
  );
  return { arrived_at: arrivedAt ?? session.startsAt, left_at: leftAt ?? session.endsAt };
}
