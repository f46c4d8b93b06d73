import { getRouteApi } from '@tanstack/react-router';
import { LogResultsPage } from './LogResultsPage.tsx';

const route = getRouteApi('/sessions/$sessionId/results');

export function LogResultsRoute() {
  const { sessionId } = route.useParams();
  return <LogResultsPage key={sessionId} sessionId={sessionId} />;
}
