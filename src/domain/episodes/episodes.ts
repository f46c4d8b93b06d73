import { onLeave } from '#domain/attendance/lost-contact.ts';
import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { dischargeRules, type DischargeReason } from './discharge-reasons.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** A stretch at one level of care. A change of level is a new span inside the same episode, not a closing. */
export type LevelSpan = { readonly level: string; readonly from: Day; readonly to: Day | null };

export type EpisodeFacts = {
  /** The first attended treatment service; null is "not started" and outside every cohort. */
  readonly admittedOn: Day | null;
  readonly lastServedOn: Day | null;
  readonly closedOn: Day | null;
  readonly dischargeReason: DischargeReason | null;
  readonly leaves: readonly LeaveSpan[];
};

export const levelOn = (on: Day, spans: readonly LevelSpan[]): string | null =>
  spans.findLast(({ from, to }) => from <= on && (to === null || on <= to))?.level ?? null;

const unserved = (episode: EpisodeFacts, on: Day, settings: ProgramSettings): boolean =>
  episode.lastServedOn === null || daysBetween(episode.lastServedOn, on) > settings.unservedDays;

/** Whether the client is in the census on a day: open, served within 30 days, not on leave (program rule). */
export const inCensus = (episode: EpisodeFacts, on: Day, settings: ProgramSettings): boolean =>
  episode.admittedOn !== null &&
  episode.admittedOn <= on &&
  (episode.closedOn === null || episode.closedOn > on) &&
  !unserved(episode, on, settings) &&
  !onLeave(on, episode.leaves);

export type Retention = {
  /** Days from admission to the last attended service. */
  readonly days: number;
  readonly kind: 'event' | 'competing' | 'still-here';
  readonly cause: DischargeReason | 'unserved' | null;
};

/**
 * How an episode counts in the retention figures (program rule); null where care has not started.
 * Open but unserved for 30 days and not on leave has left in fact, at the last service. Completing, moving on, hospital, jail and death compete.
 */
export function retentionOf(episode: EpisodeFacts, today: Day, settings: ProgramSettings): Retention | null {
  const { admittedOn, lastServedOn, closedOn, dischargeReason } = episode;
  if (admittedOn === null) return null;
  const days = Math.max(0, daysBetween(admittedOn, lastServedOn ?? admittedOn));
  if (closedOn !== null && closedOn <= today && dischargeReason !== null)
    return { days, kind: dischargeRules[dischargeReason].retention, cause: dischargeReason };
  if (unserved(episode, today, settings) && !onLeave(today, episode.leaves)) return { days, kind: 'event', cause: 'unserved' };
  return { days, kind: 'still-here', cause: null };
}

/** Length of stay as TEDS counts outpatient care: admission to last service, both days counted. Null where either is unknown. */
export const stayDays = ({ admittedOn, lastServedOn }: EpisodeFacts): number | null =>
  admittedOn === null || lastServedOn === null ? null : daysBetween(admittedOn, lastServedOn) + 1;

/** A return within 30 days of the last service reopens the same episode (program rule). */
export const reopens = (lastServedOn: Day, returnedOn: Day, settings: Pick<ProgramSettings, 'unservedDays'>): boolean =>
  daysBetween(lastServedOn, returnedOn) <= settings.unservedDays;

/**
 * Whether a client was retained 30 days after the first unexpected result: served on or after day 30, or completed.
 * Null where fewer than 44 days have gone by and nothing is known yet.
 */
export function retainedAfter(resultOn: Day, episode: EpisodeFacts, today: Day): boolean | null {
  if (daysBetween(resultOn, today) < 44) return null;
  return episode.dischargeReason === 'completed' || (episode.lastServedOn !== null && daysBetween(resultOn, episode.lastServedOn) >= 30);
}

/** Age in whole years on a day; under 18s belong to an adolescent program. */
export function ageOn(born: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}
