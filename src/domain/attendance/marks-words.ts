import type { MarkProblem } from './marks.ts';

/** What is wrong with a mark, and what puts it right. */
export function markProblemWords(
  problem: MarkProblem,
  details: { readonly because?: string; readonly opens?: string; readonly most?: number },
): string {
  switch (problem) {
    case 'cancelled':
      return `This session was cancelled by the program${details.because === undefined ? '' : `: ${details.because}`}. Nobody can be marked in it.`;
    case 'too-early':
      return `This session can be marked from ${details.opens ?? 'shortly before its start'} on. Excused can be said before.`;
    case 'times-and-minutes':
      return 'Give the times or the minutes, not both.';
    case 'not-here':
      return 'Somebody who wasn’t here has no times and no minutes. Take them out, or say that they were here.';
    case 'no-times-known':
      return 'Nobody wrote down when this session was held. Give the minutes instead of times.';
    case 'to-the-minute':
      return 'Give the time to the minute.';
    case 'not-near':
      return 'That time is not near this session. Correct it.';
    case 'leaving-first':
      return 'Out is before In. Correct one of the two.';
    case 'after-the-end':
      return 'In is after the session’s end. Correct it, or mark the session as missed.';
    case 'before-the-start':
      return 'Out is before the session’s start. Correct it, or mark the session as missed.';
    case 'minutes-too-many':
      return `The session counts ${details.most ?? 0} minutes, and this is more. Write ${details.most ?? 0} or fewer.`;
    case 'no-minutes':
      return 'Write at least 1 minute, or mark the session as missed.';
    case 'in-disagrees':
      return 'In after the start is late, and In at the start is not. Correct the time or the mark.';
    case 'out-disagrees':
      return 'Out before the end is left early, and Out at the end is not. Correct the time or the mark.';
  }
  problem satisfies never;
}

/** What is wrong with a roster as a whole. */
export const rosterWords = {
  notBooked: 'This person isn’t on the roster of this session. Add them first.',
  twice: 'This person is in another row already. Keep one of the two.',
  notMissed: 'There is no such missed session to make up. Choose one of the list, or none.',
  marked: 'This person is marked in the session already. Take the mark back first.',
  booked: 'This person is on the roster already.',
  saved: (count: number) => (count === 0 ? 'No mark was saved.' : `${count === 1 ? '1 mark is' : `${count} marks are`} saved.`),
  changed: (by: string | null) => `${by ?? 'Somebody'} changed this place after you opened it. Look at both, and choose.`,
};
