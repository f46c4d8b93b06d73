import Info from 'lucide-react/icons/info';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { Mark } from '#charts/marks/Mark.tsx';
import { SidePanel } from './SidePanel.tsx';
import { sidePanelWords } from './side-panel-words.ts';
import styles from './SidePanels.module.css';
import { nextLines, openedBecause } from './next-words.ts';

/** What the team does from here, and what the next result will do. */
export function WhatHappensNext({ page }: { page: AdjustmentShown }) {
  const because = openedBecause(page);
  return (
    <SidePanel title={sidePanelWords.next}>
      <ul className={styles['tried']} role="list">
        {nextLines(page).map(({ mark, label }) => (
          <li key={label} className={mark === '_' ? undefined : styles['entry']}>
            {mark !== '_' && (
              <span>
                <Mark code={mark} size={12} />
              </span>
            )}
            <p>{label}</p>
          </li>
        ))}
      </ul>
      {because !== null && (
        <p className={styles['note']}>
          <Info size={20} strokeWidth={1.5} aria-hidden="true" />
          <span>{because}</span>
        </p>
      )}
    </SidePanel>
  );
}
