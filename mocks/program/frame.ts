import {
  addDays,
  addHours,
  dayAt,
  isOpen,
  momentOf,
  openDayAfter,
  type Day,
  type Instant,
  type OpenDays,
  type Zone,
} from '#domain/calendar.ts';
import { defaultSettings, openDaysOf, type ProgramSettings } from '#domain/settings.ts';

/** The moment the program is told at. Everything before today has happened; today's sessions are still to be marked. */
export type Frame = {
  readonly today: Day;
  readonly now: Instant;
  readonly zone: Zone;
  readonly settings: ProgramSettings;
  readonly open: OpenDays;
};

export const frameAt = (today: Day, now: Instant, zone: Zone): Frame => ({
  today,
  now,
  zone,
  settings: defaultSettings,
  open: openDaysOf(defaultSettings, []),
});

/** The last open day before a day. */
export function openDayBefore(on: Day, open: OpenDays): Day {
  const before = addDays(on, -1);
  return isOpen(before, open) ? before : openDayBefore(before, open);
}

/** Today, or the next open day where the program is closed today. */
export const openToday = ({ today, open }: Frame): Day => (isOpen(today, open) ? today : openDayAfter(today, 1, open));

/** A time of today where that has passed, otherwise half an hour ago. */
export function earlierToday(time: string, { today, now, zone }: Frame): Instant {
  const meant = momentOf(today, time, zone);
  return meant < now ? meant : minutesAfter(now, -30);
}

export const minutesAfter = (moment: Instant, minutes: number): Instant => addHours(moment, minutes / 60);

export const onDayOf = (moment: Instant, { zone }: Frame): Day => dayAt(moment, zone);
