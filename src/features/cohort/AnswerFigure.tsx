import { Suspense, type ReactNode } from 'react';
import { TimeToAnswerLater } from '#charts/cohort/TimeToAnswerLater.tsx';
import type { CohortOverview, CountedPart, TimeToAnswer } from '#contract/cohort.ts';
import { percent } from '#domain/attendance/words.ts';
import { dayMonth } from '#domain/calendar/words.ts';
import { addDays } from '#domain/calendar/calendar.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import { figureWords } from './figure-words.ts';
import { cohortWords, resultsWords, timeWords } from './cohort-words.ts';
import type { CohortFilter } from './cohort.queries.ts';
import { PeopleLink } from './PeopleLink.tsx';

type AnswerFigureProps = { overview: CohortOverview; filter: CohortFilter; facts: TimeToAnswer };

/** How long results wait for us. Each count in its sentence opens its own list, and so do those that wait since before or after these weeks. */
export function AnswerFigure({ overview, filter, facts }: AnswerFigureProps) {
  const { latest, from, to, asOf } = overview;
  const words = figureWords.answer;
  const { met, due, stillOpen, notYetDue, openBefore, openSince, standardHours } = facts;
  const link = (counted: CountedPart, children: ReactNode, span = latest) => (
    <PeopleLink measure="answered" filter={filter} span={span} counted={counted}>
      {children}
    </PeopleLink>
  );
  const summary = (
    <>
      <span data-metric="time-to-answer" data-n={met} data-d={due} data-rows={due} data-asof={asOf}>
        {due > 0 && words.share(percent(met / due), standardHours)}
        {link('counted', words.count(met, due))}
        {words.old(standardHours)}
        {link('open', words.open(stillOpen))}
        {due > 0 ? '). ' : '. '}
      </span>
      {notYetDue > 0 && words.young(notYetDue, standardHours)}{' '}
      {latest !== null && openBefore > 0 && (
        <>
          {link('waiting', words.before(openBefore, dayMonth(latest.from)), { from, to: addDays(latest.from, -1) })}
          {words.alsoOpen(openBefore)}
        </>
      )}
      {latest !== null && openSince > 0 && (
        <>
          {link('waiting', words.since(openSince, dayMonth(latest.to)), { from: addDays(latest.to, 1), to })}
          {words.alsoOpen(openSince)}
        </>
      )}
      {words.attached(facts.attached)}
      {stillOpen + notYetDue > 0 && words.ticks}
    </>
  );
  return (
    <Suspense fallback={<Skeleton what={words.title} rows={6} />}>
      <TimeToAnswerLater
        points={facts.points.map((point, index) => ({ id: String(index), ...point }))}
        openAges={facts.openAges}
        curve={facts.curve}
        median={facts.medianHours}
        within={{ answered: met, of: due, hours: standardHours }}
        summary={summary}
        stamp={`${cohortWords.asOf(timeWords(overview))} · ${resultsWords(facts, latest)}`}
        links={link('all', cohortWords.people)}
      />
    </Suspense>
  );
}
