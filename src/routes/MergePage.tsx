import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ChooseChart } from '#features/clients/ChooseChart.tsx';
import { clients } from '#features/clients/clients.queries.ts';
import { MergeCharts } from '#features/clients/MergeCharts.tsx';
import { mergeWords } from '#features/clients/merge-words.ts';
import styles from '#features/clients/Record.module.css';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/clients/$clientId/merge');

/** Two charts of one person: which stands, what moves, and the reason, before anything is done. */
export function MergePage() {
  const { clientId } = route.useParams();
  const { other: otherId } = route.useSearch();
  const navigate = route.useNavigate();
  const compare = (surviving: string, other: string | undefined) =>
    void navigate({ params: { clientId: surviving }, search: other === undefined ? {} : { other }, replace: true });
  return (
    <>
      <title>Merge two charts · Cairn</title>
      <PageHeader
        eyebrow={mergeWords.eyebrow}
        title={mergeWords.title}
        actions={
          otherId !== undefined && (
            <div className={styles['ends']}>
              <Button onClick={() => compare(otherId, clientId)}>{mergeWords.swap}</Button>
              <Button onClick={() => compare(clientId, undefined)}>{mergeWords.other}</Button>
            </div>
          )
        }
      />
      {otherId === undefined ? (
        <ChooseChart clientId={clientId} onChoose={(other) => compare(clientId, other)} />
      ) : (
        <Compared
          key={otherId}
          clientId={clientId}
          otherId={otherId}
          onMerged={(surviving) => void navigate({ to: '/clients/$clientId/record', params: { clientId: surviving } })}
        />
      )}
    </>
  );
}

type ComparedProps = { clientId: string; otherId: string; onMerged: (clientId: string) => void };

function Compared({ clientId, otherId, onMerged }: ComparedProps) {
  const { data, error } = useQuery(clients.compared(clientId, otherId));
  if (data !== undefined) return <MergeCharts compared={data} onMerged={onMerged} />;
  if (error !== null) throw error;
  return <Skeleton what="both charts" rows={6} />;
}
