import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { AsideBlock } from './AsideBlock.tsx';
import { asideWords } from './aside-words.ts';
import styles from './Aside.module.css';

/** A result is one fact among others: what is going well stands beside it, always. */
export function WhatIsWorking({ working }: { working: AdjustmentShown['working'] }) {
  const lines = [
    ...working.goals.map(({ title, from, to, on }) => asideWords.goal(title, from, to, on)),
    ...working.instruments.map(({ instrument, change }) => asideWords.instrument(instrument, change.from, change.to)),
    ...(working.hours === null ? [] : [asideWords.hours(working.hours.met, working.hours.of)]),
  ];
  return (
    <AsideBlock title={asideWords.working}>
      {lines.length === 0 ? (
        <p>{asideWords.askWorking}</p>
      ) : (
        <ul className={styles['lines']} role="list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </AsideBlock>
  );
}
