import { getRouteApi } from '@tanstack/react-router';
import { countedParts } from '#contract/cohort.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import { CohortPeoplePage } from './CohortPeoplePage.tsx';
import { PageMissing } from './PageFault.tsx';

const route = getRouteApi('/cohort/$measure/people');

export function CohortPeopleRoute() {
  const { measure: requested } = route.useParams();
  const { counted, sort, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const measure = measureKinds.find((kind) => kind === requested);
  if (measure === undefined) return <PageMissing />;
  return (
    <CohortPeoplePage
      measure={measure}
      filter={filter}
      counted={countedParts.find((part) => part === counted) ?? 'counted'}
      sort={sort}
      onList={(next) => void navigate({ search: (before) => ({ ...before, ...next }) })}
    />
  );
}
