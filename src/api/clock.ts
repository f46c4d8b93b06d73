import { useSyncExternalStore } from 'react';
import { instantOf, type Instant } from '#domain/calendar/calendar.ts';

const everyTenSeconds = 10_000;

/** The device's own clock in milliseconds: for how long something took, never for when it was. */
export const deviceMilliseconds = (): number => Date.now();

let ahead = 0;

/** Compares the device's clock with the moment for which the server answered just now. */
export function hearServerTime(asOf: string): void {
  const heard = Date.parse(asOf);
  if (Number.isFinite(heard)) ahead = deviceMilliseconds() - heard;
}

/** The server's time, as far as this device can tell: a tablet whose clock is wrong still stamps the right minute. */
export const serverNow = (): Instant => instantOf(new Date(deviceMilliseconds() - ahead));

let moment = serverNow();

const listen = (listener: () => void) => {
  const tick = () => {
    moment = serverNow();
    listener();
  };
  tick();
  const timer = setInterval(tick, everyTenSeconds);
  return () => clearInterval(timer);
};

/** The server's time in a page that goes with it, to ten seconds. */
export const useNow = (): Instant => useSyncExternalStore(listen, () => moment);
