import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { serverNow } from '#api/clock.ts';
import { may } from '#contract/capabilities.ts';
import { dayAt, dayFrom } from '#domain/calendar/calendar.ts';
import { Schedule } from '#features/scheduling/Schedule.tsx';
import type { Shown } from '#features/scheduling/sessions.queries.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/sessions');

/** The schedule. What of it is shown is in the address; who is in the sessions isn't. */
export function SessionsPage() {
  const { date, view, program, site } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  const [now] = useState(serverNow);
  if (me === undefined) return null;
  const show = ({ on, week, program: onlyProgram, site: onlySite }: Shown) =>
    void navigate({
      search: {
        ...(on === null ? {} : { date: on }),
        ...(week ? { view: 'week' as const } : {}),
        ...(onlyProgram === null ? {} : { program: onlyProgram }),
        ...(onlySite === null ? {} : { site: onlySite }),
      },
    });
  return (
    <>
      <title>Sessions · Cairn</title>
      <Suspense fallback={<Skeleton what="the day’s sessions" rows={4} rowHeight={64} />}>
        <Schedule
          shown={{ on: dayFrom(date ?? ''), week: view === 'week', program: program ?? null, site: site ?? null }}
          today={dayAt(now, me.organization.timeZone)}
          onShow={show}
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
