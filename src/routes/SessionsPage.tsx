import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { Schedule } from '#features/scheduling/Schedule.tsx';
import type { Shown } from '#features/scheduling/sessions.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

type SessionsPageProps = { shown: Shown; role: Role; today: Day; onShow: (shown: Shown) => void };

/** The schedule. What of it is shown is in the address; who is in the sessions isn't. */
export function SessionsPage({ shown, role, today, onShow }: SessionsPageProps) {
  const careTeam = role !== 'administrator';
  return (
    <>
      <title>Sessions · Cairn</title>
      <Suspense fallback={<Skeleton what="the day’s sessions" rows={4} rowHeight={64} />}>
        <Schedule
          shown={shown}
          today={today}
          onShow={onShow}
          ways={{
            plans: role === 'director' || role === 'administrator',
            adds: role === 'therapist' || role === 'director',
            rearranges: role !== 'tech',
            groups: (look) => <Link to="/sessions/groups" {...look} />,
            closures: (look) => <Link to="/sessions/closures" {...look} />,
            ...(careTeam && {
              log: (sessionId, { className, label, children }) => (
                <Link to="/sessions/$sessionId/results" params={{ sessionId }} className={className} aria-label={label}>
                  {children}
                </Link>
              ),
              attendance: (sessionId, { className, label, children }) => (
                <Link to="/sessions/$sessionId/attendance" params={{ sessionId }} className={className} aria-label={label}>
                  {children}
                </Link>
              ),
            }),
          }}
        />
      </Suspense>
    </>
  );
}
