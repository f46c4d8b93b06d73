import type { Role } from '#domain/people/roles.ts';

export const navigationNames = { today: 'Today', clients: 'Clients', sessions: 'Sessions', cohort: 'Cohort', imports: 'Imports' };

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

/** The places of each role, its home first in its day's work. */
export const navigationOf: Record<Role, readonly (keyof typeof navigationNames)[]> = {
  therapist: ['today', 'clients', 'sessions', 'cohort'],
  tech: ['sessions', 'clients'],
  director: ['today', 'clients', 'sessions', 'cohort', 'imports'],
  administrator: ['sessions', 'imports'],
};

export const startPageOf: Record<Role, string> = { therapist: '/today', tech: '/sessions', director: '/cohort', administrator: '/welcome' };
