import { lazy, Suspense, useState } from 'react';
import type { CoverageShown } from '#contract/coverage.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { PastCoverage } from './PastCoverage.tsx';
import { coveragePageWords } from './coverage-page-words.ts';

const CoverageDialog = lazy(async () => ({ default: (await import('./CoverageDialog.tsx')).CoverageDialog }));

type CoverageSectionProps = {
  rows: readonly CoverageShown[];
  /** How many are over. */
  past: number;
  staff: readonly { readonly id: string; readonly name: string }[];
  onlyFor: string | null;
  today: Day;
};

/** Who covers from today on, with what is over folded away. */
export function CoverageSection({ rows, past, staff, onlyFor, today }: CoverageSectionProps) {
  const [opened, setOpened] = useState<CoverageShown | 'new' | null>(null);
  return (
    <Panel
      id="coverage"
      title={coveragePageWords.coverage}
      actions={<Button onClick={() => setOpened('new')}>{coveragePageWords.add}</Button>}
    >
      {rows.length === 0 ? <Empty>{coveragePageWords.none}</Empty> : <CoverageTable rows={rows} today={today} onChange={setOpened} />}
      {past > 0 && (
        <Disclosure title={coveragePageWords.earlier(past)} look="line">
          <PastCoverage total={past} today={today} />
        </Disclosure>
      )}
      <Suspense fallback={null}>
        {opened !== null && (
          <CoverageDialog
            row={opened === 'new' ? null : (rows.find(({ id }) => id === opened.id) ?? opened)}
            staff={staff}
            onlyFor={onlyFor}
            today={today}
            onClose={() => setOpened(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
