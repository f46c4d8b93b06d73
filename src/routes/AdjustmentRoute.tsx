import { getRouteApi } from '@tanstack/react-router';
import { AdjustmentPage } from './AdjustmentPage.tsx';

const route = getRouteApi('/clients/$clientId/adjustments/$adjustmentId');

export function AdjustmentRoute() {
  const { clientId, adjustmentId } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <AdjustmentPage
      key={adjustmentId}
      clientId={clientId}
      adjustmentId={adjustmentId}
      onClose={() => void navigate({ to: '/clients/$clientId', params: { clientId } })}
      onOpen={(other) => void navigate({ to: '/clients/$clientId/adjustments/$adjustmentId', params: { clientId, adjustmentId: other } })}
    />
  );
}
