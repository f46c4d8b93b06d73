import { useSuspenseQuery } from '@tanstack/react-query';
import { clockWords, dayInFull } from '#domain/calendar-words.ts';
import { timeAt, type Day } from '#domain/calendar.ts';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { DayPicker } from './DayPicker.tsx';
import styles from './DaySessions.module.css';
import { SessionRow, type RenderLink } from './SessionRow.tsx';
import { sessions } from './sessions.queries.ts';
import { sessionsWords } from './sessions-words.ts';

type DaySessionsProps = {
  on: Day | null;
  onChoose: (on: Day | null) => void;
  renderAttendance: RenderLink;
  renderLog: RenderLink;
};

/** The sessions of one day, each with the way to its cups. */
export function DaySessions({ on, onChoose, renderAttendance, renderLog }: DaySessionsProps) {
  const { data, isRefetchError, refetch } = useSuspenseQuery(sessions.ofDay(on));
  const { columns } = sessionsWords;
  const time = clockWords(timeAt(data.asOf, data.zone));
  const due = data.sessions.reduce<number | null>((sum, { screensDue }) => (screensDue === null ? sum : (sum ?? 0) + screensDue), null);

  return (
    <>
      <PageHeader
        eyebrow={dayInFull(data.on)}
        title={sessionsWords.title}
        beside={sessionsWords.count(data.sessions.length, due)}
        actions={<DayPicker on={data.on} today={data.today} onChoose={onChoose} />}
      />
      {data.sessions.length === 0 ? (
        <div className={styles['empty']}>
          <Empty>{sessionsWords.none(dayInFull(data.on))}</Empty>
        </div>
      ) : (
        <table className={styles['table']} aria-label={sessionsWords.table}>
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.session}</th>
              <th scope="col">{columns.leader}</th>
              <th scope="col">{columns.booked}</th>
              <th scope="col">{columns.screens}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.sessions.map((session) => (
              <SessionRow key={session.id} session={session} zone={data.zone} renderAttendance={renderAttendance} renderLog={renderLog} />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['stamp']}>
        <Stamp
          parts={isRefetchError ? [sessionsWords.stale(time)] : [sessionsWords.asOf(time), sessionsWords.live]}
          stale={isRefetchError}
          onRetry={() => void refetch()}
        />
      </p>
    </>
  );
}
