import { useQuery } from '@tanstack/react-query';
import { Refused } from '#api/client.ts';
import { CoverageSection } from '#features/coverage/CoverageSection.tsx';
import { coverage } from '#features/coverage/coverage.queries.ts';
import { coveragePageWords } from '#features/coverage/coverage-page-words.ts';
import styles from '#features/coverage/Coverage.module.css';
import { TransferSection } from '#features/coverage/TransferSection.tsx';
import { NoAccess } from '#ui/NoAccess.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

/** Who covers for whom, and clients that go to another caseload. */
export function CoveragePage() {
  const { data, error, refetch } = useQuery(coverage.list());
  if (error instanceof Refused && error.code === 'not-your-role') return <NoAccess>{error.message}</NoAccess>;
  return (
    <>
      <title>Coverage · Cairn</title>
      <PageHeader eyebrow={coveragePageWords.eyebrow} title={coveragePageWords.title} below={coveragePageWords.below} />
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data === undefined && error === null && <Skeleton what="who covers" rows={4} rowHeight={56} />}
      {data !== undefined && (
        <div className={styles['sections']}>
          <CoverageSection rows={data.rows} past={data.past} staff={data.staff} onlyFor={data.onlyFor} today={data.today} />
          <TransferSection caseloads={data.caseloads} staff={data.staff} today={data.today} />
        </div>
      )}
    </>
  );
}
