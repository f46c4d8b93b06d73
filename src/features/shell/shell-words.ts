import type { NavigationPage } from '#contract/identity.ts';

export const navigationNames: Readonly<Record<NavigationPage, string>> = {
  today: 'Today',
  clients: 'Clients',
  sessions: 'Sessions',
  lab: 'Lab',
  cohort: 'Cohort',
  imports: 'Imports',
};

export const shellWords = {
  items: 'Places',
  skip: 'Skip to the page',
  demo: 'Demo data',
  printedDemo: 'Demo data. Nobody on this sheet is real.',
  signOut: 'Sign out',
  lock: 'Lock',
  offline: 'You’re offline. What is on screen may be out of date.',
  leaving: 'There is work on this page that isn’t saved.',
};
