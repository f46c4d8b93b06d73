import type { CaseloadRow } from '#contract/caseload.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Caseload.module.css';
import { actionWords, todayWords } from './today-words.ts';

export type RowAction = 'main' | 'open' | 'adjust' | 'snooze' | 'peek';

type RowActionsProps = { need: CaseloadRow['needs'][number]; called: string; onAct: (action: RowAction) => void };

/** What the selected row offers: the step that is owed, the client, and putting it off where that may be. */
export function RowActions({ need, called, onAct }: RowActionsProps) {
  const opensClient = actionWords[need.kind] === actionWords.hours;
  return (
    <div className={styles['actions']}>
      {!opensClient && (
        <Button tone="primary" keyHint="n" onClick={() => onAct('main')}>
          {need.about?.kind === 'check' ? todayWords.check : actionWords[need.kind]}
        </Button>
      )}
      {need.kind === 'talk' && (
        <Button keyHint="a" onClick={() => onAct('adjust')}>
          Adjust plan
        </Button>
      )}
      <Button tone={opensClient ? 'primary' : 'plain'} keyHint="o" onClick={() => onAct('open')}>
        {todayWords.open(called)}
      </Button>
      {need.kind === 'safety' ? (
        <span className={styles['note']}>{todayWords.cantSnooze}</span>
      ) : (
        <Button tone="quiet" keyHint="s" onClick={() => onAct('snooze')}>
          {todayWords.snooze}
        </Button>
      )}
    </div>
  );
}
