import { startTransition, useEffect, useState } from 'react';

/** False until the browser has drawn what was there before: what the eye meets first doesn't wait for what it meets later. */
export function useLater(ready: boolean): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setLater(true))));
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  return ready && later;
}
