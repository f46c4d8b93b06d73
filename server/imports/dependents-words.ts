import type { Dependence } from './dependents.rows.ts';

const since: Readonly<Record<string, string>> = {
  attendance: 'Attendance was recorded since.',
  screen: 'A screen was logged since.',
  screen_slot: 'A screen was asked for since.',
  adjustment: 'An adjustment was opened or gone on with since.',
  contact: 'A contact was written down since.',
  episode: 'An episode of care was opened since.',
  medication: 'A medication was added since.',
  goal: 'A goal was set since.',
  reinterpretation: 'A screen of it is offered to be read again. Take the import of the medications back first.',
  reinterpretation_answer:
    'A clinician has said since how a screen is read with it. Correct or stop the medication on the client’s list instead.',
};

/** Why a row of an import can't be taken back any more. */
export function dependenceWords(dependence: Dependence): string {
  switch (dependence.code) {
    case 'changed':
      return 'Somebody changed it since.';
    case 'read-with':
      return 'A screen was logged since, and read with this medication.';
    case 'needed':
      return 'Another row that stays needs it.';
    case 'recorded':
      return since[dependence.table] ?? 'Something was recorded about it since.';
  }
  dependence satisfies never;
}

/** Why nothing of an import can be taken back. */
export const undoWords = {
  elsewhere: 'Something was built on this import since, so nothing was taken back.',
  over: 'The time to take this import back is over.',
};
