import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '#api/client.ts';
import type { CohortOverview } from '#contract/cohort.ts';
import { may } from '#contract/capabilities.ts';
import { AnswerFigure } from '#features/cohort/AnswerFigure.tsx';
import { ChartMarks } from '#features/cohort/ChartMarks.tsx';
import { CohortDetails } from '#features/cohort/CohortDetails.tsx';
import { CohortFilters } from '#features/cohort/CohortFilters.tsx';
import styles from '#features/cohort/Cohort.module.css';
import { cohortWords, rangeWords, timeWords } from '#features/cohort/cohort-words.ts';
import { cohort, type CohortFilter } from '#features/cohort/cohort.queries.ts';
import { CollectedFigure } from '#features/cohort/CollectedFigure.tsx';
import { figureWords } from '#features/cohort/figure-words.ts';
import { MeasuresTable } from '#features/cohort/MeasuresTable.tsx';
import { MeasuresWaiting } from '#features/cohort/MeasuresWaiting.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { NoAccess } from '#ui/NoAccess.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

const route = getRouteApi('/cohort');

/** Is our process better, worse or just varying, and who is behind each number. */
export function CohortPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  const { data: overview, error, isError, refetch } = useQuery(cohort.overview(filter));
  if (error instanceof Refused && error.code === 'not-your-role') return <NoAccess>{error.message}</NoAccess>;
  const retry = () => void refetch();
  const narrow = (next: CohortFilter) => void navigate({ search: next });
  const time = overview === undefined ? '' : timeWords(overview);

  return (
    <>
      <title>Cohort · Cairn</title>
      <PageHeader
        ruled={false}
        eyebrow={overview === undefined ? '\u00A0' : rangeWords(overview, filter.site, filter.program)}
        title={cohortWords.title}
        actions={overview !== undefined && <CohortFilters overview={overview} filter={filter} onFilter={narrow} />}
      />
      <div className={styles['table']}>
        {overview === undefined && !isError && <MeasuresWaiting />}
        {overview === undefined && isError && <Unavailable onRetry={retry}>{error.message}</Unavailable>}
        {overview?.weeks === null && (
          <Empty
            action={
              filter.from === undefined && filter.to === undefined ? undefined : (
                <Button onClick={() => narrow({})}>{cohortWords.usualRange}</Button>
              )
            }
          >
            {cohortWords.noWeeks}
          </Empty>
        )}
        {overview !== undefined && overview.weeks !== null && (
          <Numbers
            overview={overview}
            filter={filter}
            weeks={overview.weeks.count}
            mayMark={may(me, 'mark-charts')}
            stamp={
              <Stamp
                parts={[isError ? cohortWords.stale(time) : cohortWords.asOf(time), cohortWords.opensPeople]}
                stale={isError}
                onRetry={retry}
              />
            }
            onRetry={retry}
          />
        )}
      </div>
    </>
  );
}

type NumbersProps = {
  overview: CohortOverview;
  filter: CohortFilter;
  weeks: number;
  mayMark: boolean;
  stamp: ReactNode;
  onRetry: () => void;
};

const mostLatest = 4;

function Numbers({ overview, filter, weeks, mayMark, stamp, onRetry }: NumbersProps) {
  const { timeToAnswer, collectedWeeks } = overview;
  const latestWeeks = Math.min(mostLatest, weeks);
  const missing = (title: string) => <Unavailable onRetry={onRetry}>{cohortWords.figureUnavailable(title)}</Unavailable>;
  return (
    <>
      {overview.beingWorkedOut > 0 && <p role="status">{cohortWords.workedOut(overview.beingWorkedOut)}</p>}
      <MeasuresTable overview={overview} filter={filter} weeks={weeks} latestWeeks={latestWeeks} stamp={stamp} />
      <ChartMarks overview={overview} filter={filter} mayMark={mayMark} />
      <CohortDetails overview={overview} />
      <div className={styles['figures']}>
        <div className={styles['figure']}>
          {'unavailable' in timeToAnswer ? (
            missing(figureWords.answer.title)
          ) : (
            <AnswerFigure overview={overview} filter={filter} facts={timeToAnswer} />
          )}
        </div>
        <div className={styles['figure']}>
          {'unavailable' in collectedWeeks ? (
            missing(figureWords.collected.title)
          ) : (
            <CollectedFigure overview={overview} filter={filter} facts={collectedWeeks} latestWeeks={latestWeeks} />
          )}
        </div>
      </div>
    </>
  );
}
