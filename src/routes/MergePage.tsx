import { useQuery } from '@tanstack/react-query';
import { ChooseChart } from '#features/clients/ChooseChart.tsx';
import { clients } from '#features/clients/clients.queries.ts';
import { MergeCharts } from '#features/clients/MergeCharts.tsx';
import { mergeWords } from '#features/clients/merge-words.ts';
import styles from '#features/clients/Record.module.css';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

type MergePageProps = {
  clientId: string;
  otherId: string | null;
  onCompare: (surviving: string, other: string | undefined) => void;
  onMerged: (clientId: string) => void;
};

/** Two charts of one person: which stands, what moves, and the reason, before anything is done. */
export function MergePage({ clientId, otherId, onCompare, onMerged }: MergePageProps) {
  return (
    <>
      <title>Merge two charts · Cairn</title>
      <PageHeader
        eyebrow={mergeWords.eyebrow}
        title={mergeWords.title}
        actions={
          otherId !== null && (
            <div className={styles['ends']}>
              <Button onClick={() => onCompare(otherId, clientId)}>{mergeWords.swap}</Button>
              <Button onClick={() => onCompare(clientId, undefined)}>{mergeWords.other}</Button>
            </div>
          )
        }
      />
      {otherId === null ? (
        <ChooseChart clientId={clientId} onChoose={(other) => onCompare(clientId, other)} />
      ) : (
        <Compared clientId={clientId} otherId={otherId} onMerged={onMerged} />
      )}
    </>
  );
}

function Compared({ clientId, otherId, onMerged }: Pick<MergePageProps, 'clientId' | 'onMerged'> & { otherId: string }) {
  const { data, error } = useQuery(clients.compared(clientId, otherId));
  if (data !== undefined) return <MergeCharts compared={data} onMerged={onMerged} />;
  if (error !== null) throw error;
  return <Skeleton what="both charts" rows={6} />;
}
