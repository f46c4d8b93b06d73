import type { Admission } from './admission.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { daysBetween, type Day } from '#domain/calendar/calendar.ts';

const ago = (lastServedOn: Day, openedOn: Day): string => {
  const days = daysBetween(lastServedOn, openedOn);
  return `${days} ${days === 1 ? 'day' : 'days'} after the last service on ${dayWithYear(lastServedOn)}`;
};

/** What saving will do and why, said before it is saved. */
export function admissionSummary(admission: Admission, openedOn: Day, unservedDays: number): string {
  switch (admission.kind) {
    case 'open-already':
      return `An episode is open since ${dayWithYear(admission.since)}. Change that one, or close it first.`;
    case 'inside-earlier':
      return `The last episode was open until ${dayWithYear(admission.closedOn)}. Give that day or a later one.`;
    case 'first':
      return 'This opens the first episode of care.';
    case 'reopens':
      return `This reopens the last episode: ${ago(admission.lastServedOn, openedOn)}, and a return within ${unservedDays} days is the same episode.`;
    case 'new':
      return admission.lastServedOn === null
        ? 'This opens a new episode: nobody was served in the last one.'
        : `This opens a new episode: ${ago(admission.lastServedOn, openedOn)}, and a return within ${unservedDays} days would be the same episode.`;
  }
  admission satisfies never;
}

export const ageRefusals = {
  'under-18': 'On that day this client is under 18, and the program is for adults. Choose the adolescent program.',
  'not-known': 'The birth date isn’t known, so nobody can say that this client is 18. Add it on the client’s record first.',
} as const;
