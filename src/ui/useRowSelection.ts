import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Marks the element of a row with whom it is about, for keys to find. */
export const rowMark = (id: string) => ({ 'data-row': id });

/**
 * Which row of a list is selected, by whom it is about and not by where it lies: rows that come, go or move under it leave the same
 * one selected. Keys act on the row that has the keyboard. Where the selected one is gone, the row in its place is selected.
 */
export function useRowSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState(() => ({ id: ids[0] ?? null, index: 0 }));
  const at = chosen.id === null ? -1 : ids.indexOf(chosen.id);
  const selected = ids[at === -1 ? Math.min(chosen.index, Math.max(0, ids.length - 1)) : at] ?? null;
  const select = (id: string) => setChosen({ id, index: ids.indexOf(id) });

  const rowOf = (event: KeyboardEvent | FocusEvent): string | null => {
    const row = event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null) : null;
    return row !== null && ids.includes(row) ? row : selected;
  };

  /** Goes to the next row, or the one before, where the key means that. Answers whether it did. */
  const step = (event: KeyboardEvent<HTMLElement>): boolean => {
    const way = steps[event.key];
    const from = rowOf(event);
    if (way === undefined || from === null) return false;
    const next = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(from) + way))] ?? from;
    select(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${CSS.escape(next)}"]`)?.focus();
    return true;
  };

  return { selected, select, rowOf, step };
}
