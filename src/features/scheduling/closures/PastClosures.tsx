import { useInfiniteQuery } from '@tanstack/react-query';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { schedule } from '../schedule.queries.ts';
import { closuresWords } from './closures-words.ts';
import { ClosureTable, type Closure } from './ClosureTable.tsx';

/** What is over, asked for once it is opened. */
export function PastClosures({ total, onRemove }: { total: number; onRemove?: (closure: Closure) => void }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(schedule.pastClosures());
  if (error !== null && data === undefined) return <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>;
  if (data === undefined) return <Skeleton what={closuresWords.past} rows={3} />;
  const closures = data.pages.flatMap((page) => page.closures);
  return (
    <>
      <ClosureTable closures={closures} {...(onRemove !== undefined && { onRemove })} />
      {(hasNextPage || data.pages.length > 1) && (
        <ShowMore
          shown={closures.length}
          total={total}
          isPending={isFetchingNextPage}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </>
  );
}
