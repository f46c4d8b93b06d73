import { lazy, Suspense, useState } from 'react';
import type { Care, LeaveShown } from '#contract/episodes-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './Care.module.css';
import { episodesWords } from './episodes-words.ts';
import { SpanTable } from './SpanTable.tsx';

const LeaveDialog = lazy(async () => ({ default: (await import('./LeaveDialog.tsx')).LeaveDialog }));

/** Days on which the client is agreed to be away, the newest first. */
export function LeavesSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<LeaveShown | 'new' | null>(null);
  const inCare = care.episodes.some(({ closedOn }) => closedOn === null);
  return (
    <Panel
      id="leaves"
      title={episodesWords.leaves.title}
      actions={inCare && <Button onClick={() => setOpened('new')}>{episodesWords.leaves.add}</Button>}
    >
      {care.leaves.length === 0 ? (
        <p className={styles['quiet']}>{episodesWords.leaves.none}</p>
      ) : (
        <SpanTable
          caption={episodesWords.leaves.table}
          heads={[episodesWords.leaves.reason, episodesWords.leaves.from, episodesWords.leaves.expected, episodesWords.leaves.to]}
          rows={care.leaves.map((span) => ({
            id: span.id,
            cells: [
              span.reason,
              dayWithYear(span.from),
              span.expectedBackOn === null ? '' : dayWithYear(span.expectedBackOn),
              span.to === null ? episodesWords.leaves.open : dayWithYear(span.to),
            ],
            action: (
              <Button
                tone="quiet"
                aria-label={`${episodesWords.leaves.edit}: ${span.reason}, ${dayWithYear(span.from)}`}
                onClick={() => setOpened(span)}
              >
                {span.to === null ? episodesWords.leaves.end : episodesWords.leaves.edit}
              </Button>
            ),
          }))}
        />
      )}
      <Suspense fallback={null}>
        {opened !== null && (
          <LeaveDialog
            care={care}
            span={opened === 'new' ? null : (care.leaves.find(({ id }) => id === opened.id) ?? opened)}
            onClose={() => setOpened(null)}
          />
        )}
      </Suspense>
    </Panel>
  );
}
