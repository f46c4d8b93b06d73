import type { ReactNode } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { savingWords } from '../saving-words.ts';
import { sessionsWords } from '../sessions-words.ts';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';

type Page = OutputOf<Contract['groups']['one']>;
type UpcomingSessionsProps = { page: Page; renderAttendance: ((sessionId: string, label: string) => ReactNode) | undefined };

export function UpcomingSessions({ page: { upcoming, zone, group }, renderAttendance }: UpcomingSessionsProps) {
  const { upcomingColumns: columns } = groupsWords;
  return (
    <Panel title={groupsWords.upcoming}>
      {upcoming.length === 0 ? (
        <Empty>{groupsWords.noUpcoming}</Empty>
      ) : (
        <Table className={styles['wide']} caption={groupsWords.upcoming}>
          <thead>
            <tr>
              {Object.values(columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{savingWords.actions}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {upcoming.map((one) => (
              <tr key={one.id} className={one.cancelledBecause === null ? undefined : styles['cancelled']}>
                <th scope="row">
                  {dayWords(one.on)}
                  {one.cancelledBecause !== null && (
                    <span className={styles['small']}>{sessionsWords.cancelled(one.cancelledBecause)}</span>
                  )}
                </th>
                <td data-label={columns.time}>{timesWords({ ...one, timesKnown: true }, zone)}</td>
                <td data-label={columns.leader}>
                  {one.substitute === null
                    ? (one.leader ?? sessionsWords.noLeader)
                    : sessionsWords.substituteFor(one.substitute, one.leader)}
                </td>
                <td data-label={columns.booked}>{sessionsWords.bookedOf(one.booked, group.capacity)}</td>
                <td className={styles['actions']} data-print="never">
                  {renderAttendance?.(one.id, `${groupsWords.attendance}: ${dayWords(one.on)}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
