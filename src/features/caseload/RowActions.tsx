import type { CaseloadRow } from '#contract/caseload.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Caseload.module.css';
import { actionWords, todayWords } from './today-words.ts';

export type RowAction = 'main' | 'open' | 'adjust' | 'snooze' | 'peek';

type RowActionsProps = { need: CaseloadRow['needs'][number]; name: string; onAct: (action: RowAction) => void };

/** What the selected row offers: the step that is owed, the client, and putting it off where that may be. */
export function RowActions({ need, name, onAct }: RowActionsProps) {
  const main = need.about?.kind === 'check' ? todayWords.check : actionWords[need.kind];
  const opensClient = actionWords[need.kind] === actionWords.hours;
  return (
    <div className={styles['actions']}>
      {!opensClient && (
        <Button tone="primary" keyHint="n" aria-label={todayWords.actionFor(main, name)} onClick={() => onAct('main')}>
          {main}
        </Button>
      )}
      {need.kind === 'talk' && (
        <Button keyHint="a" aria-label={todayWords.actionFor(todayWords.adjust, name)} onClick={() => onAct('adjust')}>
          {todayWords.adjust}
        </Button>
      )}
      <Button tone={opensClient ? 'primary' : 'plain'} keyHint="o" onClick={() => onAct('open')}>
        {todayWords.open(name)}
      </Button>
      {need.kind === 'safety' ? (
        <span className={styles['note']}>{todayWords.cantSnooze}</span>
      ) : (
        <Button tone="quiet" keyHint="s" aria-label={todayWords.actionFor(todayWords.snooze, name)} onClick={() => onAct('snooze')}>
          {todayWords.snooze}
        </Button>
      )}
    </div>
  );
}
