import { getRouteApi } from '@tanstack/react-router';
import { MergePage } from './MergePage.tsx';

const route = getRouteApi('/clients/$clientId/merge');

export function MergeRoute() {
  const { clientId } = route.useParams();
  const { other } = route.useSearch();
  const navigate = route.useNavigate();
  const compare = (surviving: string, with_: string | undefined) =>
    void navigate({ params: { clientId: surviving }, search: with_ === undefined ? {} : { other: with_ }, replace: true });
  return (
    <MergePage
      key={`${clientId} ${other}`}
      clientId={clientId}
      otherId={other ?? null}
      onCompare={compare}
      onMerged={(surviving) => void navigate({ to: '/clients/$clientId/record', params: { clientId: surviving } })}
    />
  );
}
