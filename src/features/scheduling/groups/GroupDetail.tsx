import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState, type ReactNode } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { schedule } from '../schedule.queries.ts';
import styles from './Groups.module.css';
import { GroupEnding } from './GroupEnding.tsx';
import { GroupForm } from './GroupForm.tsx';
import { groupsWords } from './groups-words.ts';
import { Meetings } from './Meetings.tsx';
import { Roster } from './Roster.tsx';
import { UpcomingSessions } from './UpcomingSessions.tsx';

type GroupDetailProps = {
  groupId: string;
  plans: boolean;
  /** Whoever opens no chart sees no names. */
  names: boolean;
  enrolls: boolean;
  back: ReactNode;
  renderClient: (clientId: string, name: string) => ReactNode;
  renderAttendance: ((sessionId: string, label: string) => ReactNode) | undefined;
};

/** One group: when it meets, who belongs to it, and its next sessions. */
export function GroupDetail({ groupId, plans, names, enrolls, back, renderClient, renderAttendance }: GroupDetailProps) {
  const { data } = useSuspenseQuery(schedule.group(groupId));
  const { data: locations } = useQuery(schedule.locations());
  const [editing, setEditing] = useState(false);
  const { group, meetings, today } = data;
  const weekdays = [...new Set(meetings.filter(({ to }) => to === null || to >= today).map(({ weekday }) => weekday))].toSorted(
    (a, b) => a - b,
  );
  return (
    <>
      <PageHeader
        eyebrow={back}
        title={group.name}
        beside={group.meets}
        below={groupsWords.about(group, group.endedOn === null ? null : dayWithYear(group.endedOn))}
        {...(plans && {
          actions: (
            <>
              <GroupEnding group={group} today={today} />
              <Button onClick={() => setEditing(true)}>{groupsWords.edit}</Button>
            </>
          ),
        })}
      />
      <div className={styles['page']}>
        <Meetings page={data} leaders={locations?.leaders ?? []} plans={plans} />
        {names && (
          <Suspense fallback={<Skeleton what="the roster" rows={4} />}>
            <Roster groupId={groupId} weekdays={weekdays} edits={enrolls} ends={group.endedOn !== null} renderClient={renderClient} />
          </Suspense>
        )}
        <UpcomingSessions page={data} renderAttendance={renderAttendance} />
      </div>
      {editing && locations !== undefined && (
        <GroupForm group={group} locations={locations} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
      )}
    </>
  );
}
