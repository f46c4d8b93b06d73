import { useState, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Keys of a list that act only while the focus is in it: arrows, j and k move, Enter and o open, / goes to the filter. */
export function useListKeys(count: number, onOpen: (index: number) => void, onFilter: () => void) {
  const [selected, setSelected] = useState(0);
  const index = Math.min(selected, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, index + step));
      setSelected(next);
      event.currentTarget.querySelectorAll<HTMLElement>(':scope > tr')[next]?.focus();
    } else if (event.key === '/') {
      onFilter();
    } else if (event.key === 'o' || (event.key === 'Enter' && event.target instanceof HTMLTableRowElement)) {
      onOpen(index);
    } else {
      return;
    }
    event.preventDefault();
  };
  return { selected: index, select: setSelected, onKeyDown };
}
