import { Suspense } from 'react';
import { CollectedOfScheduledLater } from '#charts/cohort/CollectedOfScheduledLater.tsx';
import type { CohortOverview, CollectedWeeks } from '#contract/cohort.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { cohortWords, timeWords } from './cohort-words.ts';
import { figureWords } from './figure-words.ts';
import type { CohortFilter } from './cohort.queries.ts';
import { PeopleLink } from './PeopleLink.tsx';

type CollectedFigureProps = { overview: CohortOverview; filter: CohortFilter; facts: CollectedWeeks; latestWeeks: number };

export function CollectedFigure({ overview, filter, facts: { weeks }, latestWeeks }: CollectedFigureProps) {
  const words = figureWords.collected;
  const latest = weeks.slice(-latestWeeks);
  const sum = (of: (week: CollectedWeeks['weeks'][number]) => number) => latest.reduce((total, week) => total + of(week), 0);
  const [collected, scheduled] = [sum((week) => week.collected), sum((week) => week.scheduled)];
  const summary = (
    <>
      <span data-metric="collected-weeks" data-n={collected} data-d={scheduled} data-rows={scheduled} data-asof={overview.asOf}>
        <PeopleLink measure="collected" filter={filter} span={overview.latest}>
          {words.count(collected, scheduled)}
        </PeopleLink>
      </span>
      {words.rest(latest)}
    </>
  );
  return (
    <Suspense fallback={<Skeleton what={words.title} rows={6} />}>
      <CollectedOfScheduledLater
        weeks={weeks}
        latest={latestWeeks}
        summary={summary}
        stamp={`${cohortWords.asOf(timeWords(overview))} · ${cohortWords.weeksStart}`}
        links={
          <PeopleLink measure="collected" filter={filter} span={overview.latest} counted="all">
            {cohortWords.people}
          </PeopleLink>
        }
      />
    </Suspense>
  );
}
