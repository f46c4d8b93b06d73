import { clientIdOf } from './client-rows.ts';
import type { Life } from './life.ts';
import type { Book } from './rows.ts';

/** Each place of the client in a session, marked or still booked. */
export function writeAttendance(book: Book, life: Life): void {
  for (const { session, status, minutes, telehealth, makeUp, note } of life.places) {
    book.write('attendance', {
      session_id: session.id,
      client_id: clientIdOf(life),
      session_on: session.on,
      status,
      minutes,
      telehealth,
      make_up: makeUp,
      note,
      recorded_by: status === 'booked' ? null : (session.group?.leader.id ?? life.therapist.id),
    });
  }
}
