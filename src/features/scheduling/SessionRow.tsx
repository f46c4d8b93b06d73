import type { Zone } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import styles from './DaySessions.module.css';
import type { ChangedSession } from './dialogs/SessionChangeForm.tsx';
import type { SessionWays } from './session-ways.ts';
import { aboutSession, leaderWords, sessionsWords } from './sessions-words.ts';

type SessionRowProps = { session: ChangedSession; zone: Zone; ways: SessionWays };

export function SessionRow({ session, zone, ways }: SessionRowProps) {
  const { screensDue, screensRecorded, cancelledBecause } = session;
  const title = session.groupName ?? session.title;
  const done = screensDue !== null && screensDue > 0 && screensRecorded >= screensDue;
  const opens = done ? sessionsWords.see : sessionsWords.log;
  const { attendance } = sessionsWords;
  const isHeld = cancelledBecause === null;
  return (
    <tr className={styles['row']} data-cancelled={!isHeld || undefined}>
      <td className={styles['time']}>{timesWords(session, zone)}</td>
      <th scope="row" className={styles['session']}>
        <strong>{title}</strong>
        <span>{isHeld ? aboutSession(session) : sessionsWords.cancelled(cancelledBecause)}</span>
      </th>
      <td data-label={sessionsWords.columns.leader}>{leaderWords(session)}</td>
      <td data-label={sessionsWords.columns.booked}>{bookedWords(session)}</td>
      {ways.log !== undefined && <td data-label={sessionsWords.columns.screens}>{screensWords(session)}</td>}
      <td className={styles['open']} data-print="never">
        <div className={styles['ways']}>
          {ways.change !== undefined && (
            <Button tone="quiet" aria-label={sessionsWords.openFor(sessionsWords.change, title)} onClick={() => ways.change?.(session)}>
              {sessionsWords.change}
            </Button>
          )}
          {ways.attendance?.(session.id, {
            className: buttonLook('plain'),
            label: sessionsWords.openFor(attendance, title),
            children: attendance,
          })}
          {ways.log?.(session.id, {
            className: buttonLook(screensDue !== null && screensDue > 0 && !done && isHeld ? 'primary' : 'plain'),
            label: sessionsWords.openFor(opens, title),
            children: opens,
          })}
        </div>
      </td>
    </tr>
  );
}

/** How many are booked, and once attendance has begun how many are marked. */
function bookedWords({ booked, capacity, attendanceTaken }: ChangedSession): string {
  const words = sessionsWords.bookedOf(booked, capacity);
  return attendanceTaken === 0 ? words : `${words}, ${sessionsWords.marked(attendanceTaken)}`;
}

function screensWords({ screensDue, screensRecorded }: ChangedSession): string {
  if (screensDue === null) return sessionsWords.hidden;
  if (screensDue === 0) return screensRecorded === 0 ? sessionsWords.noneDue : `${screensRecorded} recorded`;
  return sessionsWords.recorded(screensRecorded, screensDue);
}
