import { AssuranceIcon } from '#charts/trend/AssuranceIcon.tsx';
import { MiniTrend, type TrendMark } from '#charts/trend/MiniTrend.tsx';
import { VariationIcon } from '#charts/trend/VariationIcon.tsx';
import type { Measured } from '#contract/cohort.ts';
import { percent } from '#domain/attendance/words.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { measureDirections, type PointSignal } from '#domain/cohort/trends.ts';
import { assuranceWords, measureNames, periodsNoun, variationName, variationWords } from '#domain/cohort/words.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { cohortWords, hintWords, trendWords } from './cohort-words.ts';
import { trendPoints } from './trend-points.ts';
import type { CohortFilter } from './cohort.queries.ts';
import styles from './Measures.module.css';
import { MetricNumber } from './MetricNumber.tsx';

type MeasureRowProps = {
  kind: MeasureKind;
  measured: Measured;
  asOf: Instant;
  filter: CohortFilter;
  latest: { from: string; to: string } | null;
  marks: readonly TrendMark[];
};

const signals: Readonly<Record<Measured['trend']['variation']['kind'], PointSignal>> = {
  'common-cause': 'common',
  'too-few': 'common',
  'too-few-events': 'common',
  'no-spread': 'common',
  rebased: 'common',
  improvement: 'improve',
  concern: 'concern',
  'special-cause': 'neutral',
};

export function MeasureRow({ kind, measured, asOf, filter, latest, marks }: MeasureRowProps) {
  const { trend, target } = measured;
  const { variation, assurance, periodWeeks } = trend;
  const unmoved = variation.kind === 'common-cause' && measureDirections[kind] === 'neutral';
  return (
    <tr className={styles['row']}>
      <th scope="row" className={styles['measure']}>
        <span className={styles['name']}>{measureNames[kind]}</span>
        <span className={styles['hint']}>{hintWords(kind, measured.latest)}</span>
      </th>
      <td>
        <MetricNumber kind={kind} measured={measured} asOf={asOf} filter={filter} latest={latest} />
      </td>
      <td>
        <span className={styles['sign']}>
          <VariationIcon signal={signals[variation.kind]} />
          <span>
            {variationName(variation)}
            <span className={styles['hint']}>{unmoved ? cohortWords.noDirection : variationWords(variation, periodWeeks)}</span>
          </span>
        </span>
      </td>
      <td>
        <span className={styles['sign']}>
          <AssuranceIcon assurance={assurance ?? 'no-target'} />
          <span>{assuranceWords(trend)}</span>
        </span>
      </td>
      <td className={styles['trend']}>
        {variation.kind === 'too-few-events' ? (
          <span className={styles['hint']}>{cohortWords.countsOnly}</span>
        ) : (
          <>
            <MiniTrend points={trendPoints(trend)} lines={{ median: trend.median, target }} marks={marks} label={trendWords(measured)} />
            {periodWeeks !== null && periodWeeks > 1 && <span className={styles['hint']}>{periodsNoun(periodWeeks)}</span>}
          </>
        )}
      </td>
      <td className={styles['target']}>
        <span className={styles['targetLabel']}>{cohortWords.columns.target} </span>
        {target === null ? cohortWords.noTarget : percent(target)}
      </td>
    </tr>
  );
}
