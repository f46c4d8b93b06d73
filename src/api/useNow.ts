import { useSyncExternalStore } from 'react';
import { addHours, hoursBetween, instantOf, type Instant } from '#domain/calendar/calendar.ts';

const everyTenSeconds = 10_000;
let moment = instantOf(new Date());

const listen = (listener: () => void) => {
  const tick = () => {
    moment = instantOf(new Date());
    listener();
  };
  tick();
  const timer = setInterval(tick, everyTenSeconds);
  return () => clearInterval(timer);
};

/** The server's time, as far as this device can tell: a tablet whose clock is wrong still stamps the right minute. */
export function useNow(asOf: Instant, receivedAt: number): { readonly now: Instant; readonly exactly: () => Instant } {
  const here = useSyncExternalStore(listen, () => moment);
  const ahead = hoursBetween(asOf, instantOf(new Date(receivedAt)));
  return { now: addHours(here, -ahead), exactly: () => addHours(instantOf(new Date()), -ahead) };
}
