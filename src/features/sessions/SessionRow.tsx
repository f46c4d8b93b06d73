import type { ReactNode } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Zone } from '#domain/calendar.ts';
import { timesWords } from '#domain/session-words.ts';
import { buttonLook } from '#ui/button-look.ts';
import styles from './DaySessions.module.css';
import { serviceNames, sessionsWords } from './sessions-words.ts';

type Session = OutputOf<Contract['sessions']['ofDay']>['sessions'][number];
export type RenderLink = (sessionId: string, look: { className: string; label: string; children: string }) => ReactNode;
type SessionRowProps = {
  session: Session;
  zone: Zone;
  renderAttendance: RenderLink;
  renderLog: RenderLink;
};

export function SessionRow({ session, zone, renderAttendance, renderLog }: SessionRowProps) {
  const { screensDue, screensRecorded } = session;
  const done = screensDue !== null && screensDue > 0 && screensRecorded >= screensDue;
  const opens = done ? sessionsWords.see : sessionsWords.log;
  const about = [serviceNames[session.service] ?? session.service, session.siteName].filter((part) => part !== null).join(', ');
  return (
    <tr className={styles['row']}>
      <td className={styles['time']}>{timesWords(session, zone)}</td>
      <th scope="row" className={styles['session']}>
        <strong>{session.groupName ?? session.title}</strong>
        <span>{session.cancelledBecause === null ? about : sessionsWords.cancelled(session.cancelledBecause)}</span>
      </th>
      <td data-label={sessionsWords.columns.leader}>{session.leader ?? sessionsWords.noLeader}</td>
      <td data-label={sessionsWords.columns.booked}>{sessionsWords.booked(session.booked)}</td>
      <td data-label={sessionsWords.columns.screens}>{screensWords(session)}</td>
      <td className={styles['open']}>
        {renderAttendance(session.id, {
          className: buttonLook(),
          label: sessionsWords.openFor(sessionsWords.attendance, session.groupName ?? session.title),
          children: sessionsWords.attendance,
        })}{' '}
        {renderLog(session.id, {
          className: buttonLook(screensDue !== null && screensDue > 0 && !done ? 'primary' : 'plain'),
          label: sessionsWords.openFor(opens, session.groupName ?? session.title),
          children: opens,
        })}
      </td>
    </tr>
  );
}

function screensWords({ screensDue, screensRecorded }: Session): string {
  if (screensDue === null) return sessionsWords.hidden;
  if (screensDue === 0) return screensRecorded === 0 ? sessionsWords.noneDue : `${screensRecorded} recorded`;
  return sessionsWords.recorded(screensRecorded, screensDue);
}
