import { getRouteApi } from '@tanstack/react-router';
import { TodayPage } from './TodayPage.tsx';

const route = getRouteApi('/today');

export function TodayRoute() {
  const { for: whose } = route.useSearch();
  const navigate = route.useNavigate();
  return <TodayPage whose={whose} onWhose={(next) => void navigate({ search: { for: next } })} />;
}
