import { dayFrom } from '#domain/calendar/calendar.ts';

/** What an address says after its question mark, before anybody has looked at it. */
export type Search = Readonly<Record<string, unknown>>;

export const text = (search: Search, name: string): string | undefined =>
  typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined;
export const aDay = (search: Search, name: string): string | undefined => {
  const given = text(search, name);
  return given !== undefined && dayFrom(given) !== null ? given : undefined;
};

const narrowing = ['careStatus', 'programId', 'siteId', 'groupId', 'therapistId', 'phase', 'task', 'sort'] as const;
export type ClientsSearch = Partial<Record<(typeof narrowing)[number], string>>;

export const clientsSearch = (search: Search): ClientsSearch =>
  Object.fromEntries(narrowing.flatMap((name) => (text(search, name) === undefined ? [] : [[name, text(search, name)]])));

export type CohortSearch = { from?: string; to?: string; site?: string; program?: string };
export const cohortSearch = (search: Search): CohortSearch => {
  const given = { from: aDay(search, 'from'), to: aDay(search, 'to'), site: text(search, 'site'), program: text(search, 'program') };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};
