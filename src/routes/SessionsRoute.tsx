import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { dayAt, dayFrom, instantOf } from '#domain/calendar/calendar.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { SessionsPage } from './SessionsPage.tsx';

const route = getRouteApi('/sessions');

export function SessionsRoute() {
  const { date, view, program, site } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  const [now] = useState(() => instantOf(new Date()));
  if (me === undefined) return null;
  return (
    <SessionsPage
      shown={{ on: dayFrom(date ?? ''), week: view === 'week', program: program ?? null, site: site ?? null }}
      me={me}
      today={dayAt(now, me.organization.timeZone)}
      onShow={({ on, week, program: onlyProgram, site: onlySite }) =>
        void navigate({
          search: {
            ...(on === null ? {} : { date: on }),
            ...(week ? { view: 'week' as const } : {}),
            ...(onlyProgram === null ? {} : { program: onlyProgram }),
            ...(onlySite === null ? {} : { site: onlySite }),
          },
        })
      }
    />
  );
}
