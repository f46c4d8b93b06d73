import type { Measured } from '#contract/cohort.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { countWords, shareWords } from '#domain/cohort/words.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { cohortWords } from './cohort-words.ts';
import type { CohortFilter } from './cohort.queries.ts';
import styles from './Measures.module.css';
import { PeopleLink } from './PeopleLink.tsx';

type MetricNumberProps = {
  kind: MeasureKind;
  measured: Measured;
  asOf: Instant;
  filter: CohortFilter;
  latest: { from: string; to: string } | null;
};

/** A share, said with what it is a share of, what was left out, and the way to the people behind both. */
export function MetricNumber({ kind, measured: { latest: tally }, asOf, filter, latest }: MetricNumberProps) {
  const { numerator, denominator, met, notMet, leftOut } = tally;
  const measure = { ...tally, people: [], excluded: [], separate: [] };
  const share = shareWords(measure);
  return (
    <span
      className={styles['number']}
      data-metric={kind}
      data-n={numerator}
      data-d={denominator}
      data-rows={met + notMet}
      data-left-out={leftOut}
      data-asof={asOf}
    >
      {share === null ? (
        <span className={styles['none']}>{cohortWords.nothingToCount}</span>
      ) : (
        <>
          <strong className={styles['share']}>{share}</strong>
          <PeopleLink className={styles['count']} measure={kind} filter={filter} span={latest}>
            {countWords(kind, measure)}
          </PeopleLink>
        </>
      )}
      {leftOut > 0 && (
        <PeopleLink className={styles['leftOut']} measure={kind} filter={filter} span={latest} counted="left-out">
          {countNumber(leftOut)} left out
        </PeopleLink>
      )}
    </span>
  );
}
