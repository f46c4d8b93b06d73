import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { signIn } from '#features/sign-in/sign-in.queries.ts';
import { ClientsPage } from './ClientsPage.tsx';

const route = getRouteApi('/clients');

export function ClientsRoute() {
  const { closed } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  return (
    <ClientsPage
      closed={closed ?? false}
      opens={me?.role === 'therapist' || me?.role === 'director'}
      onClosed={(next) => void navigate({ search: next ? { closed: true } : {} })}
    />
  );
}
