import type { KeyboardEvent } from 'react';
import { useRowSelection } from '#ui/useRowSelection.ts';

/** Keys of a list that act only while the focus is in it: arrows, j and k move, Enter and o open, / goes to the filter. */
export function useListKeys(clientIds: readonly string[], onOpen: (clientId: string) => void, onFilter: () => void) {
  const { selected, select, rowOf, step } = useRowSelection(clientIds);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const clientId = rowOf(event);
    const opens = event.key === 'o' || (event.key === 'Enter' && event.target instanceof HTMLTableRowElement);
    if (opens && clientId !== null) onOpen(clientId);
    else if (event.key === '/') onFilter();
    else if (!step(event)) return;
    event.preventDefault();
  };
  return { selected, select, onKeyDown };
}
