import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import { countedParts, type CountedPart } from '#contract/cohort.ts';
import { measureDefinitions, measureNames } from '#domain/cohort/words.ts';
import { measureKinds, type MeasureKind } from '#domain/cohort/measures.ts';
import { sortIn, sortText } from '#domain/cohort/people-sort.ts';
import { cohortWords, spanWords, timeWords } from '#features/cohort/cohort-words.ts';
import { cohort } from '#features/cohort/cohort.queries.ts';
import { countLine, peopleWords } from '#features/cohort/people-words.ts';
import { PeopleParts } from '#features/cohort/PeopleParts.tsx';
import { PeopleTable } from '#features/cohort/PeopleTable.tsx';
import styles from '#features/cohort/People.module.css';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { PageMissing } from './PageMissing.tsx';

const route = getRouteApi('/cohort/$measure/people');

/** The list behind a number: the same rule, the same days, the same things left out. */
export function CohortPeoplePage() {
  const { measure: requested } = route.useParams();
  const measure = measureKinds.find((kind) => kind === requested);
  return measure === undefined ? <PageMissing /> : <People measure={measure} />;
}

function People({ measure }: { measure: MeasureKind }) {
  const { counted: part, sort, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const counted = countedParts.find((known) => known === part) ?? 'counted';
  const list = (next: { counted?: CountedPart; sort?: string }) => void navigate({ search: (before) => ({ ...before, ...next }) });
  const { data, error, isError, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    cohort.people(measure, filter, counted, sortIn(sort)),
  );
  const people = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const { site, program } = filter;
  const time = people === undefined ? '' : timeWords(people);

  return (
    <>
      <title>Cohort list · Cairn</title>
      <PageHeader
        ruled={false}
        eyebrow={
          <>
            <Link
              className={styles['back']}
              to="/cohort"
              search={{ ...(site === undefined ? {} : { site }), ...(program === undefined ? {} : { program }) }}
            >
              <ChevronLeft size={16} aria-hidden="true" />
              {peopleWords.back}
            </Link>
            {people !== undefined && ` · ${spanWords(people.from, people.to)}`}
          </>
        }
        title={measureNames[measure]}
        below={<p className={styles['definition']}>{measureDefinitions[measure]}</p>}
      />
      {people === undefined && !isError && <Skeleton what={peopleWords.waiting} rows={8} />}
      {people === undefined && isError && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {people !== undefined && (
        <>
          {people.beingWorkedOut > 0 && <p role="status">{cohortWords.workedOut(people.beingWorkedOut)}</p>}
          <div className={styles['tools']}>
            <PeopleParts people={people} onPart={(next) => list({ counted: next })} />
            <p>
              <span className={styles['count']} data-count={people.total}>
                {countLine(people)}
              </span>{' '}
              <Stamp parts={[isError ? cohortWords.stale(time) : cohortWords.asOf(time)]} stale={isError} onRetry={() => void refetch()} />
            </p>
          </div>
          {rows.length === 0 ? (
            <Empty>{peopleWords.none}</Empty>
          ) : (
            <div aria-busy={isPlaceholderData || undefined}>
              <PeopleTable
                measure={people.measure}
                rows={rows}
                total={people.total}
                sort={sortIn(sort)}
                onSort={(next) => list({ sort: sortText(next) })}
              />
              {people.next !== null && (
                <ShowMore
                  shown={rows.length}
                  total={people.total}
                  isPending={isFetchingNextPage}
                  onMore={hasNextPage ? () => void fetchNextPage() : null}
                />
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
