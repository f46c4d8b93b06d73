import type { AdjustmentShown, EarlierAdjustment } from '#contract/adjustments-shown.ts';
import { Mark } from '#charts/marks/Mark.tsx';
import { noCause, rowWords, waitWords } from '#domain/adjustments/before-after-words.ts';
import { spokenMark } from '#domain/drug-screens/words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { SidePanel } from './SidePanel.tsx';
import { sidePanelWords, becameOf } from './side-panel-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './SidePanels.module.css';

const shown = 3;

/** The same response isn't tried twice by accident: earlier changes, and what followed each. */
export function TriedBefore({ page }: { page: AdjustmentShown }) {
  // One that nobody has answered yet has tried nothing.
  const tried = page.triedBefore.filter(({ state }) => state !== 'due' && state !== 'talked');
  return (
    <SidePanel title={sidePanelWords.tried}>
      {tried.length === 0 && <p>{sidePanelWords.noneTried}</p>}
      <Earlier entries={tried.slice(0, shown)} />
      {tried.length > shown && (
        <Disclosure look="line" title={sidePanelWords.more(tried.length - shown)}>
          <Earlier entries={tried.slice(shown)} />
        </Disclosure>
      )}
      {tried.some(({ beforeAfter }) => (beforeAfter?.rows.length ?? 0) > 0) && <p className={styles['small']}>{noCause}</p>}
    </SidePanel>
  );
}

const Earlier = ({ entries }: { entries: readonly EarlierAdjustment[] }) => (
  <ul className={styles['tried']} role="list">
    {entries.map((entry) => (
      <li key={entry.id} className={styles['entry']}>
        <span>{entry.mark !== '_' && <Mark code={entry.mark} size={12} label={spokenMark(entry.mark, null)} />}</span>
        <div>
          <p>
            <span className={styles['code']}>{adjustmentsWords.code(entry.number)}</span>, {entry.about}. {becameOf(entry)}
          </p>
          {entry.changes.length > 0 && <p className={styles['small']}>{entry.changes.join('; ')}</p>}
          {entry.outcome === 'needs-more' && entry.betterLooksLike !== null && (
            <p className={styles['small']}>{sidePanelWords.aimed(entry.betterLooksLike)}</p>
          )}
          {entry.beforeAfter !== null && <Compared compared={entry.beforeAfter} />}
        </div>
      </li>
    ))}
  </ul>
);

/** The two figures that say most about a change, or why there are none yet. */
function Compared({ compared }: { compared: NonNullable<EarlierAdjustment['beforeAfter']> }) {
  const wait = waitWords(compared);
  if (wait !== null) return <p className={styles['figure']}>{wait}</p>;
  return compared.rows
    .filter(({ measure }) => measure === 'hours-a-week' || measure === 'unexpected-of-collected')
    .map((row) => (
      <p key={row.measure} className={styles['figure']}>
        {rowWords(row)}
      </p>
    ));
}
