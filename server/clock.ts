import { addHours, type Instant } from '#domain/calendar/calendar.ts';

/** What time it is. Whoever starts the server gives it one; a test gives its own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A device's clock may run ahead of the server's: a moment by so many minutes after now was meant as now. */
export const allowedClockSkewMinutes = 2;

/** The latest moment that a device may give for something that has happened. */
export const latestMoment = (now: Instant): Instant => addHours(now, allowedClockSkewMinutes / 60);

/** Whether a moment that a device gave is still to come, by more than clocks differ. */
export const isAfterNow = (at: Instant, now: Instant): boolean => at > latestMoment(now);
