import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { clockWords, dayInFull, dayWords } from '#domain/calendar/words.ts';
import { addDays, timeAt, weekOf, type Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { DayPicker } from './DayPicker.tsx';
import { DaySessions } from './DaySessions.tsx';
import daySessions from './DaySessions.module.css';
import { AddSession } from './dialogs/AddSession.tsx';
import { ChangeNotice, type Notice } from './dialogs/ChangeNotice.tsx';
import { ChangeSession } from './dialogs/ChangeSession.tsx';
import { noticeWords } from './notice-words.ts';
import styles from './Schedule.module.css';
import { schedule } from './schedule.queries.ts';
import { ScheduleTools } from './ScheduleTools.tsx';
import type { SessionWays } from './session-ways.ts';
import { sessions, type Shown } from './sessions.queries.ts';
import { sessionsWords } from './sessions-words.ts';
import { WeekSessions } from './WeekSessions.tsx';

export type ScheduleWays = Pick<SessionWays, 'log' | 'attendance'> & {
  readonly plans: boolean;
  readonly adds: boolean;
  readonly rearranges: boolean;
  readonly groups: (look: { className: string; children: string }) => ReactNode;
  readonly closures: (look: { className: string; children: string }) => ReactNode;
};

type ScheduleProps = { shown: Shown; today: Day; ways: ScheduleWays; onShow: (shown: Shown) => void };

/** The schedule of a day or a week. What was changed for one session alone is changed from here. */
export function Schedule({ shown, today, ways, onShow }: ScheduleProps) {
  const { data, isRefetchError, refetch } = useSuspenseQuery(sessions.shown(shown, today));
  const { data: locations } = useQuery(schedule.locations());
  const { data: groups } = useQuery(schedule.groups());
  const [changed, setChanged] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const on = shown.on ?? data.today;
  const session = data.sessions.find(({ id }) => id === changed);
  const saved = (warnings: readonly string[]) => {
    setChanged(null);
    setAdding(false);
    setNotice({ done: noticeWords.saved, left: [], warnings });
  };
  const own: SessionWays = { ...ways, change: ways.rearranges ? ({ id }) => setChanged(id) : undefined };
  const due = data.sessions.reduce<number | null>((sum, { screensDue }) => (screensDue === null ? sum : (sum ?? 0) + screensDue), null);
  const time = clockWords(timeAt(data.asOf, data.zone));
  const week = sessionsWords.weekOf(dayWords(weekOf(on)), dayWords(addDays(weekOf(on), 6)));
  const list = { sessions: data.sessions, zone: data.zone, ways: own };
  const look = { className: buttonLook('plain') };
  const nothing = data.sessions.length === 0 && groups?.groups.length === 0 && groups.ended === 0;

  return (
    <>
      <PageHeader
        eyebrow={shown.week ? week : dayInFull(data.on)}
        title={sessionsWords.title}
        beside={sessionsWords.count(data.sessions.length, due)}
        actions={<DayPicker on={on} today={data.today} step={shown.week ? 7 : 1} onChoose={(next) => onShow({ ...shown, on: next })} />}
      />
      <div className={styles['tools']} data-print="never">
        <ScheduleTools shown={shown} locations={locations} onShow={onShow} />
        <div className={styles['ways']}>
          {ways.groups({ ...look, children: sessionsWords.groups })}
          {ways.closures({ ...look, children: sessionsWords.closures })}
          {ways.adds && locations !== undefined && <Button onClick={() => setAdding(true)}>{sessionsWords.add}</Button>}
        </div>
      </div>
      {(nothing || (data.sessions.length === 0 && !shown.week)) && (
        <div className={daySessions['empty']}>
          <Empty
            action={nothing && ways.plans ? ways.groups({ className: buttonLook('primary'), children: sessionsWords.begin }) : undefined}
          >
            {[shown.week ? '' : sessionsWords.none(dayInFull(data.on)), nothing ? sessionsWords.nothingYet : ''].join(' ').trim()}
          </Empty>
        </div>
      )}
      {data.sessions.length > 0 && !shown.week && <DaySessions {...list} />}
      {shown.week && !nothing && (
        <WeekSessions {...list} of={on} today={data.today} onDay={(day) => onShow({ ...shown, on: day, week: false })} />
      )}
      <p className={daySessions['stamp']}>
        <Stamp
          parts={isRefetchError ? [sessionsWords.stale(time)] : [sessionsWords.asOf(time), sessionsWords.live]}
          stale={isRefetchError}
          onRetry={() => void refetch()}
        />
      </p>
      {session !== undefined && (
        <ChangeSession
          session={session}
          zone={data.zone}
          leaders={locations?.leaders ?? []}
          onClose={() => setChanged(null)}
          onSaved={saved}
        />
      )}
      {adding && locations !== undefined && <AddSession on={on} locations={locations} onClose={() => setAdding(false)} onAdded={saved} />}
      <ChangeNotice notice={notice} onClose={() => setNotice(null)} />
    </>
  );
}
