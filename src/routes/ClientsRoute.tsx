import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { may } from '#contract/identity.ts';
import { filtersFrom, type ClientFilters } from '#features/clients/client-filters.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { ClientsPage } from './ClientsPage.tsx';
import type { ClientsSearch } from './searches.ts';

const route = getRouteApi('/clients');

export function ClientsRoute() {
  const filters = filtersFrom(route.useSearch());
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  return (
    <ClientsPage
      filters={filters}
      opens={may(me, 'open-clients')}
      onFilters={(next) => void navigate({ search: searchOf(next) })}
      onOpen={({ clientId, careStatus }) =>
        void navigate({ to: careStatus === 'not-started' ? '/clients/$clientId/record' : '/clients/$clientId', params: { clientId } })
      }
    />
  );
}

const searchOf = (filters: ClientFilters): ClientsSearch =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
