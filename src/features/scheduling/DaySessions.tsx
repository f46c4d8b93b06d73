import type { Zone } from '#domain/calendar/calendar.ts';
import styles from './DaySessions.module.css';
import type { ChangedSession } from './dialogs/SessionChangeForm.tsx';
import type { SessionWays } from './session-ways.ts';
import { SessionRow } from './SessionRow.tsx';
import { sessionsWords } from './sessions-words.ts';

type DaySessionsProps = { sessions: readonly ChangedSession[]; zone: Zone; ways: SessionWays };

/** The sessions of one day, each with the ways to its attendance and its cups. */
export function DaySessions({ sessions, zone, ways }: DaySessionsProps) {
  const { columns } = sessionsWords;
  return (
    <table className={styles['table']} aria-label={sessionsWords.table}>
      <thead>
        <tr>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.session}</th>
          <th scope="col">{columns.leader}</th>
          <th scope="col">{columns.booked}</th>
          {ways.log !== undefined && <th scope="col">{columns.screens}</th>}
          <td />
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} zone={zone} ways={ways} />
        ))}
      </tbody>
    </table>
  );
}
