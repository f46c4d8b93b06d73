import { getRouteApi } from '@tanstack/react-router';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { ClientPage } from './ClientPage.tsx';

const route = getRouteApi('/clients/$clientId');

export function ClientRoute() {
  const { clientId } = route.useParams();
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ClientPage
      key={clientId}
      clientId={clientId}
      from={dayFrom(from ?? '')}
      to={dayFrom(to ?? '')}
      onShow={(shown) => void navigate({ search: { from: shown.from, to: shown.to }, replace: true, resetScroll: false })}
      onOpenAdjustment={(adjustmentId) =>
        void navigate({ to: '/clients/$clientId/adjustments/$adjustmentId', params: { clientId, adjustmentId } })
      }
    />
  );
}
