import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { caseload, type Whose } from './caseload.queries.ts';
import { PersonLines } from './PersonLines.tsx';
import { todayWords } from './today-words.ts';

type NothingNeededProps = { whose: Whose; text: string; total: number; news: number };

/** Everybody else, folded away and asked for when it is opened. */
export function NothingNeeded({ whose, text, total, news }: NothingNeededProps) {
  if (total === 0) return null;
  return (
    <Disclosure title={`${todayWords.nothing} (${total})`} beside={todayWords.includesNews(news)}>
      <People whose={whose} text={text} total={total} />
    </Disclosure>
  );
}

function People({ whose, text, total }: Omit<NothingNeededProps, 'news'>) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    caseload.nothingNeeded({ whose, text }),
  );
  if (error !== null)
    return (
      <p role="alert">
        {error.message} <Button onClick={() => void refetch()}>{todayWords.again}</Button>
      </p>
    );
  const people = data?.pages.flatMap((page) => page.clients) ?? [];
  return (
    <>
      <PersonLines people={people} />
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {todayWords.next(Math.min(50, total - people.length))}
        </Button>
      )}
    </>
  );
}
