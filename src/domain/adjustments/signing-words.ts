import type { ProblemAt, SigningProblem } from './signing.ts';

const words: Readonly<Record<SigningProblem, string>> = {
  'nothing-chosen': 'Choose at least one change, or say why none is needed.',
  'change-and-none': 'Choose changes, or give a reason for none, not both.',
  'line-unknown': 'There is no such change in this program’s menu. Choose one that is.',
  'line-twice': 'This change is chosen already. Choose it once.',
  'from-too-early': 'This is before the adjustment was opened. Choose that day or a later one.',
  'from-too-late': 'This is more than three months ahead. Check the date.',
  'not-of-the-team': 'Choose somebody of this client’s care team.',
  'follow-up-needed': 'Fill this in.',
  'follow-up-not-ahead': 'Choose a day after today.',
  'follow-up-too-late': 'This is more than three months ahead. Choose a nearer day.',
  'notification-needed': 'Write who on call was told, and when.',
};

const needed: Readonly<Record<string, string>> = {
  followUpOn: 'Choose the day on which you look again.',
  followUpBy: 'Choose who looks again.',
  betterLooksLike: 'Say what better would look like.',
};

/** The field at fault, and what to do about it. */
export const signingMessage = ({ field, problem }: ProblemAt): { field: string; message: string } => ({
  field,
  message: (problem === 'follow-up-needed' ? needed[field] : undefined) ?? words[problem],
});
