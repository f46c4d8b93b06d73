import { useEffect, useRef, useState } from 'react';
import { deviceMilliseconds } from '#api/clock.ts';

const activityEvents = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** 'soon' in the last minute before the lock, 'over' when it is due. Any key or press starts the time again. */
export function useIdle(minutes: number, onOver: () => void): { soon: boolean; stay: () => void } {
  const [soon, setSoon] = useState(false);
  const since = useRef(0);

  // The clock runs outside React: it looks at the time rather than count, because a sleeping laptop counts nothing.
  useEffect(() => {
    since.current = deviceMilliseconds();
    const alive = () => {
      since.current = deviceMilliseconds();
      setSoon(false);
    };
    const look = () => {
      const idle = deviceMilliseconds() - since.current;
      if (idle >= minutes * 60_000) onOver();
      else setSoon(idle >= (minutes - 1) * 60_000);
    };
    for (const sign of activityEvents) window.addEventListener(sign, alive, { passive: true });
    const timer = setInterval(look, 1_000);
    return () => {
      for (const sign of activityEvents) window.removeEventListener(sign, alive);
      clearInterval(timer);
    };
  }, [minutes, onOver]);

  return {
    soon,
    stay: () => {
      since.current = deviceMilliseconds();
      setSoon(false);
    },
  };
}
