import { useEffect, useRef } from 'react';

/** Keeps the keyboard where lines come and go: a new line is gone into, and where the line in hand was removed the last one is. */
export function useLineFocus<Place extends HTMLElement>(count: number) {
  const place = useRef<Place>(null);
  const before = useRef(count);
  useEffect(() => {
    const last = [...(place.current?.querySelectorAll<HTMLElement>('fieldset, [role=group]') ?? [])].at(-1);
    const lost = count < before.current && document.activeElement === document.body;
    if (count > before.current || lost) (last ?? place.current)?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    before.current = count;
  }, [count]);
  return place;
}
