import type { KeyboardEvent } from 'react';
import { useRowSelection } from '#ui/useRowSelection.ts';
import type { RowAction } from './RowActions.tsx';

const letters: Readonly<Record<string, RowAction>> = { n: 'main', a: 'adjust', o: 'open', s: 'snooze' };
const onRowAlone: Readonly<Record<string, RowAction>> = { Enter: 'open', ' ': 'peek' };

/** One client is selected at a time. Keys act only while the focus is in the list; Enter and Space of a button inside it stay the button's own. */
export function useRowKeys(clientIds: readonly string[], onAct: (clientId: string, action: RowAction) => void, onFilter: () => void) {
  const { selected, select, rowOf, step } = useRowSelection(clientIds);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = letters[event.key] ?? (event.target instanceof HTMLLIElement ? onRowAlone[event.key] : undefined);
    const clientId = rowOf(event);
    if (action !== undefined && clientId !== null) onAct(clientId, action);
    else if (event.key === '/') onFilter();
    else if (!step(event)) return;
    event.preventDefault();
  };

  return { selected, select, onKeyDown };
}
