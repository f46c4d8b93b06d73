import { useInfiniteQuery } from '@tanstack/react-query';
import type { Day } from '#domain/calendar/calendar.ts';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { coverage } from './coverage.queries.ts';
import { coveragePageWords } from './coverage-page-words.ts';

/** What is over, asked for once it is opened. */
export function PastCoverage({ total, today }: { total: number; today: Day }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(coverage.past());
  if (error !== null && data === undefined) return <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>;
  if (data === undefined) return <Skeleton what={coveragePageWords.pastTable} rows={3} />;
  const rows = data.pages.flatMap((page) => page.rows);
  return (
    <>
      <CoverageTable rows={rows} today={today} />
      {(hasNextPage || data.pages.length > 1) && (
        <ShowMore
          shown={rows.length}
          total={total}
          isPending={isFetchingNextPage}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </>
  );
}
