import { useEffect, useRef } from 'react';

/** Keeps the keyboard where lines come and go: a new line is gone into, and where the line in hand was removed the last one is. */
export function useLineFocus<Container extends HTMLElement>(count: number) {
  const container = useRef<Container>(null);
  const before = useRef(count);
  useEffect(() => {
    const last = [...(container.current?.querySelectorAll<HTMLElement>('fieldset, [role=group]') ?? [])].at(-1);
    const lost = count < before.current && document.activeElement === document.body;
    if (count > before.current || lost) (last ?? container.current)?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    before.current = count;
  }, [count]);
  return container;
}
