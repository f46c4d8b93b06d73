import { useState, type KeyboardEvent } from 'react';
import type { RowAction } from './RowActions.tsx';

const letters: Readonly<Record<string, RowAction>> = { n: 'main', a: 'adjust', o: 'open', s: 'snooze' };
const onRowAlone: Readonly<Record<string, RowAction>> = { Enter: 'open', ' ': 'peek' };
const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** One row is selected at a time. Keys act only while the focus is in the list; Enter and Space of a button inside it stay the button's own. */
export function useRowKeys(count: number, onAct: (index: number, action: RowAction) => void, onFilter: () => void) {
  const [selected, setSelected] = useState(0);
  const index = Math.min(selected, Math.max(0, count - 1));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const action = letters[event.key] ?? (event.target instanceof HTMLLIElement ? onRowAlone[event.key] : undefined);
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, index + step));
      setSelected(next);
      event.currentTarget.querySelectorAll<HTMLElement>(':scope > li')[next]?.focus();
    } else if (action !== undefined) {
      onAct(index, action);
    } else if (event.key === '/') {
      onFilter();
    } else {
      return;
    }
    event.preventDefault();
  };

  return { selected: index, select: setSelected, onKeyDown };
}
