import type { CaseloadRow } from '#contract/caseload.ts';
import { Button } from '#ui/Button.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
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
        <Button tone="primary" keyHint="n" onClick={() => onAct('main')}>
          <NamedAction action={main} name={name} />
        </Button>
      )}
      {need.kind === 'talk' && (
        <Button keyHint="a" onClick={() => onAct('adjust')}>
          <NamedAction action={todayWords.adjust} name={name} />
        </Button>
      )}
      <Button tone={opensClient ? 'primary' : 'plain'} keyHint="o" onClick={() => onAct('open')}>
        {todayWords.open(name)}
      </Button>
      {need.kind === 'safety' ? (
        <span className={styles['note']}>{todayWords.cantSnooze}</span>
      ) : (
        <Button tone="quiet" keyHint="s" onClick={() => onAct('snooze')}>
          <NamedAction action={todayWords.snooze} name={name} />
        </Button>
      )}
    </div>
  );
}

/** What a button does, and to the ear for whom: what is read aloud holds what is seen. */
function NamedAction({ action, name }: { action: string; name: string }) {
  return (
    <>
      {action}
      <VisuallyHidden>{todayWords.actionSuffix(name)}</VisuallyHidden>
    </>
  );
}
