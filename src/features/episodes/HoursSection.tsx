import { lazy, Suspense, useState } from 'react';
import type { Care, HoursShown } from '#contract/episodes-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { episodesWords } from './episodes-words.ts';
import { SpanTable } from './SpanTable.tsx';

const HoursDialog = lazy(async () => ({ default: (await import('./HoursDialog.tsx')).HoursDialog }));

/** Prescribed hours with the day from which each holds, the newest first. */
export function HoursSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<HoursShown | 'new' | null>(null);
  const inCare = care.episodes.some(({ closedOn }) => closedOn === null);
  return (
    <Panel
      id="hours"
      title={episodesWords.hours.title}
      actions={
        inCare && (
          <Button onClick={() => setOpened('new')}>{care.hours.length === 0 ? episodesWords.hours.first : episodesWords.hours.add}</Button>
        )
      }
    >
      {care.hours.length === 0 ? (
        <Empty>{episodesWords.hours.none}</Empty>
      ) : (
        <SpanTable
          caption={episodesWords.hours.table}
          heads={[episodesWords.hours.perWeek, episodesWords.hours.from, episodesWords.hours.until]}
          rows={care.hours.map((span) => ({
            id: span.id,
            cells: [String(span.hoursPerWeek), dayWithYear(span.from), span.to === null ? '' : dayWithYear(span.to)],
            action: (
              <Button
                tone="quiet"
                aria-label={`${episodesWords.hours.edit}: ${span.hoursPerWeek}, ${dayWithYear(span.from)}`}
                onClick={() => setOpened(span)}
              >
                {episodesWords.hours.edit}
              </Button>
            ),
          }))}
        />
      )}
      <Suspense fallback={null}>
        {opened !== null && (
          <HoursDialog
            care={care}
            span={opened === 'new' ? null : (care.hours.find(({ id }) => id === opened.id) ?? opened)}
            onClose={() => setOpened(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
