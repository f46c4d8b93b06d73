import { useState } from 'react';
import { BeforeAfter } from '#charts/BeforeAfter.tsx';
import { Mark } from '#charts/marks/Mark.tsx';
import type { ClientPage, Comparison } from '#contract/clients.ts';
import { Panel } from '#ui/Panel.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import styles from './ClientPage.module.css';
import { clientsWords } from './clients-words.ts';

/** What was changed, why, and what followed: one signed adjustment at a time, the newest first to be read. */
export function Comparisons({ page }: { page: ClientPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = page.comparisons.find(({ adjustmentId }) => adjustmentId === chosen) ?? page.comparisons.at(-1);
  if (shown === undefined) return null;
  return (
    <Panel
      id="adjustments"
      title={clientsWords.beforeAfter(shown.number)}
      beside={shown.signedLabel}
      actions={
        <SegmentedControl
          label="Adjustment"
          segments={page.comparisons.map((one) => ({ value: one.adjustmentId, label: `A${one.number}`, current: one === shown }))}
          onChoose={setChosen}
        />
      }
    >
      <div className={styles['compared']}>
        <Story shown={shown} called={page.client.called} />
        {shown.wait === null ? (
          <BeforeAfter comparisons={shown.rows} before={shown.before} after={shown.after} of={shown.wanted} />
        ) : (
          <p>{shown.wait}</p>
        )}
      </div>
    </Panel>
  );
}

function Story({ shown, called }: { shown: Comparison; called: string }) {
  return (
    <div className={styles['story']}>
      <h3>{clientsWords.whatChanged}</h3>
      {shown.changes.map((change) => (
        <p key={change}>{change}</p>
      ))}
      <h3>{clientsWords.why}</h3>
      <p className={styles['whyLine']}>
        {shown.mark !== null && <Mark code={shown.mark} size={12} />} {shown.why}
      </p>
      {shown.ownWords !== null && (
        <>
          <h3>{clientsWords.inWords(called)}</h3>
          <p className={styles['words']}>“{shown.ownWords}”</p>
        </>
      )}
      <p className={styles['status']}>{shown.status}</p>
    </div>
  );
}
