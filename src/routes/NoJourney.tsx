import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Refused } from '#api/client.ts';
import { clientRecords } from '#features/clients/client-records.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

/** In the place of a journey that could not be had: somebody without an episode has none yet, and their record opens instead. */
export function NoJourney({ clientId, error }: { clientId: string; error: Error }) {
  const unknown = error instanceof Refused && error.code === 'client-unknown';
  const { data: record, error: refused } = useQuery({ ...clientRecords.one(clientId), enabled: unknown });
  if (record?.careStatus === 'not-started')
    return <Navigate to="/clients/$clientId/record" params={{ clientId: record.clientId }} replace />;
  if (!unknown || refused !== null || record !== undefined) throw error;
  return <Skeleton what="this client" rows={6} rowHeight={88} />;
}
