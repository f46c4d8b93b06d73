import { lazy, Suspense, useState } from 'react';
import type { Care, HoursShown } from '#contract/care-shown.ts';
import { dayWithYear } from '#domain/calendar-words.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { says } from './episodes-words.ts';
import { SpanTable } from './SpanTable.tsx';

const HoursDialog = lazy(async () => ({ default: (await import('./HoursDialog.tsx')).HoursDialog }));

/** Prescribed hours with the day from which each holds, the newest first. */
export function HoursSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<HoursShown | 'new' | null>(null);
  const inCare = care.episodes.some(({ closedOn }) => closedOn === null);
  return (
    <Panel
      id="hours"
      title={says.hours.title}
      actions={inCare && <Button onClick={() => setOpened('new')}>{care.hours.length === 0 ? says.hours.first : says.hours.add}</Button>}
    >
      {care.hours.length === 0 ? (
        <Empty>{says.hours.none}</Empty>
      ) : (
        <SpanTable
          caption={says.hours.table}
          heads={[says.hours.perWeek, says.hours.from, says.hours.until]}
          rows={care.hours.map((span) => ({
            id: span.id,
            cells: [String(span.hoursPerWeek), dayWithYear(span.from), span.to === null ? '' : dayWithYear(span.to)],
            action: (
              <Button
                tone="quiet"
                aria-label={`${says.hours.edit}: ${span.hoursPerWeek}, ${dayWithYear(span.from)}`}
                onClick={() => setOpened(span)}
              >
                {says.hours.edit}
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
