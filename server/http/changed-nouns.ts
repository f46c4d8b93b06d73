/** What a page may show, as the keys of its questions name it. */
const nouns = [
  'adjustments',
  'attendance',
  'caseload',
  'clients',
  'closures',
  'cohort',
  'coverage',
  'drug-screens',
  'episodes',
  'groups',
  'imports',
  'locations',
  'medications',
  'reviews',
  'safety-concerns',
  'screen-plans',
  'sessions',
] as const;
export type Noun = (typeof nouns)[number];

/** What a write says it changed. */
export type ChangedNoun = Noun | 'authorizations' | 'contacts' | 'panels' | 'everything';

const client: readonly Noun[] = ['clients', 'caseload', 'cohort'];
const schedule: readonly Noun[] = ['sessions', 'groups', 'closures', 'locations', 'attendance', 'caseload', 'clients'];

/** Where each noun is shown besides its own pages: a write to the one makes the answers of the others old. */
const shownWith: Readonly<Record<ChangedNoun, readonly Noun[]>> = {
  adjustments: client,
  attendance: [...client, 'sessions', 'adjustments'],
  authorizations: [...client, 'episodes'],
  caseload: ['clients', 'safety-concerns', 'episodes', 'coverage'],
  clients: [...client, 'episodes'],
  closures: schedule,
  cohort: [],
  contacts: [...client, 'adjustments'],
  coverage: ['caseload', 'episodes', 'clients'],
  'drug-screens': [...client, 'sessions', 'adjustments', 'safety-concerns', 'screen-plans'],
  episodes: [...client, 'coverage', 'sessions', 'groups', 'attendance', 'drug-screens', 'screen-plans'],
  everything: nouns,
  groups: schedule,
  imports: [],
  locations: schedule,
  medications: [...client, 'episodes', 'adjustments', 'drug-screens'],
  panels: ['drug-screens'],
  reviews: client,
  'safety-concerns': client,
  'screen-plans': [...client, 'drug-screens', 'sessions'],
  sessions: schedule,
};

/** The nouns that a page has to ask again after a write. */
export const nounsToAskAgain = (changed: ChangedNoun): readonly Noun[] => {
  const shown = new Set([changed, ...shownWith[changed]]);
  return nouns.filter((noun) => shown.has(noun));
};
