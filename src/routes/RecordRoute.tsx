import { getRouteApi } from '@tanstack/react-router';
import { RecordPage } from './RecordPage.tsx';

const route = getRouteApi('/clients/$clientId/record');

export function RecordRoute() {
  const { clientId } = route.useParams();
  return <RecordPage key={clientId} clientId={clientId} />;
}
