import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { SidePanel } from './SidePanel.tsx';
import { sidePanelWords } from './side-panel-words.ts';
import styles from './SidePanels.module.css';

/** A result is one fact among others: what is going well stands beside it, always. */
export function WhatIsWorking({ working }: { working: AdjustmentShown['working'] }) {
  const lines = [
    ...working.goals.map(({ title, from, to, on }) => sidePanelWords.goal(title, from, to, on)),
    ...working.instruments.map(({ instrument, change }) => sidePanelWords.instrument(instrument, change.from, change.to)),
    ...(working.hours === null ? [] : [sidePanelWords.hours(working.hours.met, working.hours.of)]),
  ];
  return (
    <SidePanel title={sidePanelWords.working}>
      {lines.length === 0 ? (
        <p>{sidePanelWords.askWorking}</p>
      ) : (
        <ul className={styles['lines']} role="list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
