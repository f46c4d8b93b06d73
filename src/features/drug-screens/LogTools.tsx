import Printer from 'lucide-react/icons/printer';
import { dayMonth, weekdayShort } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './LogResults.module.css';
import type { LogDraft } from './log-draft.ts';
import type { CupLog, Panel } from './log-rows.ts';
import { logWords } from './log-words.ts';
import { ObserverOptions } from './ObserverOptions.tsx';
import { observerWords } from './observer-words.ts';
import { NewLot } from './NewLot.tsx';

type Lot = Panel['lots'][number];
type LogToolsProps = {
  log: CupLog;
  panel: Panel | null;
  lot: Lot | null;
  watcher: string;
  onChoose: (choice: Pick<LogDraft, 'panelId' | 'lot'> | Pick<LogDraft, 'watcher'>) => void;
};

const monthOf = (on: Day): string => `${dayMonth(on).split(' ')[1] ?? ''} ${on.slice(0, 4)}`;

function lotWords(lot: Lot, on: Day): string {
  const used = lot.lastUsedOn === null || lot.lastUsedOn === on ? null : logWords.sameAs(weekdayShort(lot.lastUsedOn));
  return [`Lot ${lot.lot}, ${lot.expired ? logWords.expired : logWords.expires(monthOf(lot.expiresOn))}`, used]
    .filter((part) => part !== null)
    .join('  ');
}

/** Which cups these are, and the empty sheet for the bathroom door. */
export function LogTools({ log, panel, lot, watcher, onChoose }: LogToolsProps) {
  return (
    <>
      {panel !== null && (
        <>
          <Select
            className={styles['panel']}
            aria-label={logWords.panel}
            value={panel.id}
            onChange={(event) => onChoose({ panelId: event.target.value, lot: null })}
          >
            {log.panels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Select
            id="log-lot"
            className={styles['lot']}
            aria-label={logWords.lot}
            value={lot?.lot ?? ''}
            onChange={(event) => onChoose({ panelId: panel.id, lot: event.target.value })}
          >
            {lot === null && <option value="">{logWords.lot}</option>}
            {panel.lots.map((one) => (
              <option key={one.lot} value={one.lot} disabled={one.expired}>
                {lotWords(one, log.session.on)}
              </option>
            ))}
          </Select>
          <NewLot panelId={panel.id} onAdded={(added) => onChoose({ panelId: panel.id, lot: added })} />
        </>
      )}
      {log.observers !== null && (
        <Select
          className={styles['watcher']}
          aria-label={observerWords.batch}
          value={watcher}
          onChange={(event) => onChoose({ watcher: event.target.value })}
        >
          <ObserverOptions observers={log.observers} look="whole" />
        </Select>
      )}
      <Button size="field" icon={<Printer size={16} aria-hidden="true" />} onClick={() => window.print()}>
        {logWords.print}
      </Button>
    </>
  );
}
