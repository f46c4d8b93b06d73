import { getRouteApi } from '@tanstack/react-router';
import { dayFrom } from '#domain/calendar.ts';
import { SessionsPage } from './SessionsPage.tsx';

const route = getRouteApi('/sessions');

export function SessionsRoute() {
  const { date } = route.useSearch();
  const navigate = route.useNavigate();
  return <SessionsPage on={dayFrom(date ?? '')} onChoose={(on) => void navigate({ search: on === null ? {} : { date: on } })} />;
}
