import { getRouteApi } from '@tanstack/react-router';
import { CohortPage } from './CohortPage.tsx';

const route = getRouteApi('/cohort');

export function CohortRoute() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  return <CohortPage filter={filter} onFilter={(next) => void navigate({ search: next })} />;
}
