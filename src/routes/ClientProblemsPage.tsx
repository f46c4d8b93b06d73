import { useQuery } from '@tanstack/react-query';
import { clients } from '#features/clients/clients.queries.ts';
import { DuplicateList } from '#features/clients/DuplicateList.tsx';
import { problemsWords } from '#features/clients/problem-words.ts';
import { ProblemList } from '#features/clients/ProblemList.tsx';
import styles from '#features/clients/Problems.module.css';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

/** What is missing, can't be, or is there twice, each with the place where it is mended. */
export function ClientProblemsPage() {
  const { data, error, refetch } = useQuery(clients.problems());
  const kinds = (data?.problems ?? []).filter(({ many }) => many > 0);
  const similar = data !== undefined && data.duplicates.many > 0;
  return (
    <>
      <title>Problems of the data · Cairn</title>
      <PageHeader eyebrow={problemsWords.eyebrow} title={problemsWords.title} />
      {data === undefined && error === null && <Skeleton what="the charts" rows={6} />}
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      <div className={styles['sections']}>
        {data !== undefined && data.beingWorkedOut > 0 && <p role="status">{problemsWords.uncompared(data.beingWorkedOut)}</p>}
        {data !== undefined && kinds.length === 0 && !similar && data.beingWorkedOut === 0 && <Empty>{problemsWords.none}</Empty>}
        {similar && <DuplicateList found={data.duplicates} />}
        {kinds.map((found) => (
          <ProblemList key={found.problem} found={found} />
        ))}
      </div>
    </>
  );
}
