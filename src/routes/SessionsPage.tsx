import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { may, type Me } from '#contract/identity.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Schedule } from '#features/scheduling/Schedule.tsx';
import type { Shown } from '#features/scheduling/sessions.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

type SessionsPageProps = { shown: Shown; me: Me; today: Day; onShow: (shown: Shown) => void };

/** The schedule. What of it is shown is in the address; who is in the sessions isn't. */
export function SessionsPage({ shown, me, today, onShow }: SessionsPageProps) {
  return (
    <>
      <title>Sessions · Cairn</title>
      <Suspense fallback={<Skeleton what="the day’s sessions" rows={4} rowHeight={64} />}>
        <Schedule
          shown={shown}
          today={today}
          onShow={onShow}
          ways={{
            plans: may(me, 'plan-schedule'),
            adds: may(me, 'add-sessions'),
            rearranges: may(me, 'rearrange-sessions'),
            groups: (look) => <Link to="/sessions/groups" {...look} />,
            closures: (look) => <Link to="/sessions/closures" {...look} />,
            ...(may(me, 'open-rosters') && {
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
