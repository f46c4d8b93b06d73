import type { MarkedSession } from '#domain/attendance/marks.ts';
import { came } from '#domain/attendance/delivered-minutes.ts';
import { momentWords } from '#domain/calendar/words.ts';
import type { Zone } from '#domain/calendar/calendar.ts';
import { bookingWords } from './booking-words.ts';
import styles from './BookingDialog.module.css';
import type { RosterRow } from './roster-rows.ts';
import { markWords } from './roster-words.ts';

type EarlierMarksProps = { row: RosterRow; session: MarkedSession; zone: Zone };

/** How somebody was marked before: by whom, and who put it right. */
export function EarlierMarks({ row, session, zone }: EarlierMarksProps) {
  if (row.earlier.length === 0) return null;
  return (
    <section aria-label={bookingWords.earlier}>
      <h3 className={styles['earlier']}>{bookingWords.earlier}</h3>
      <ul role="list">
        {row.earlier.map((mark, index) => {
          const given = came(mark) && mark.arrivedAt === null && mark.leftAt === null ? mark.minutes : null;
          const words = markWords({ ...mark, minutes: given, version: 0, telehealth: false, makesUp: null, note: null }, session);
          return (
            <li key={index} className={styles['hint']}>
              {bookingWords.corrected(words, mark.by, mark.at === null ? null : momentWords(mark.at, zone), mark.correctedBy)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
