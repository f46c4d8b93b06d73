import { useState } from 'react';

/**
 * How wide an element is, in pixels, now and whenever it changes; null before it is laid out. Charts draw in numbers, so they can't
 * leave their width to CSS. Where nothing is ever laid out (a test) it is of the usual width.
 */
export function useRoom(usual: number): readonly [number | null, (element: HTMLElement | null) => (() => void) | undefined] {
  const [room, setRoom] = useState<number | null>(null);
  const [measure] = useState(() => (element: HTMLElement | null) => {
    if (element === null) return undefined;
    const tell = () => setRoom(element.clientWidth || usual);
    tell();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [room, measure];
}
