import { dayWithYear } from '#domain/calendar/words.ts';
import { hoursWords } from '#domain/scheduling/meetings-words.ts';
import { always, meetingWords, sentences, type ProblemWords } from './problem-sentences.ts';
import type { MatchErrorFacts, NamedKind } from './problems.ts';

const kindWords: Readonly<Record<NamedKind, string>> = {
  program: 'program',
  site: 'site',
  group: 'group',
  therapist: 'therapist',
  leader: 'leader',
  panel: 'panel',
  staff: 'member of staff',
};

/** 'Evening group, 5:30 to 8:30 pm' */
export const sessionWords = ({
  title,
  times,
}: {
  readonly title: string;
  readonly times: { readonly from: string; readonly to: string } | null;
}): string => (times === null ? title : `${title}, ${hoursWords(times.from, times.to)}`);

/** What is said about a row that doesn't fit what is stored. */
export const matchErrorWords: ProblemWords<MatchErrorFacts> = {
  'unknown-client': always('There is no client with this chart number.', 'Import the client first, or look at the number.'),
  'under-age': always(
    'The client is under 18 on the day the episode opens, and the program is for adults.',
    'Name an adolescent program, or look at the birth date.',
  ),
  'differs-from-stored': ({ columns }) =>
    sentences(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'Change it in Cairn, where the change is kept with who made it, or correct the file.',
    ),
  'zeros-lost': always(
    'A client has this number with zeros in front, which a spreadsheet drops.',
    'Format the column as text and enter the number as it is on the chart, or choose the client here.',
  ),
  'another-person': always(
    'This chart number belongs to somebody with another name here.',
    'Look at the number and the name. Two people never share a chart number.',
  ),
  'number-out-of-reach': always(
    'This chart number is taken, by a chart of another program.',
    'Correct the number, or ask a director of that program to bring this row in.',
  ),
  'ends-otherwise': ({ columns }) =>
    sentences(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'Close the episode in Cairn, where what is owed to the client is asked, or correct the file.',
    ),
  'screen-differs': ({ columns }) =>
    sentences(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'A result is never overwritten: correct it on the screen itself, where the reason is kept, or correct the file.',
    ),
  moved: ({ what, here, given }) =>
    sentences(
      `The client is in ${here === null ? `no ${what}` : `the ${what} ${here}`} here, and the row says ${given}.`,
      'Move the client in Cairn, where the roster and the bookings follow, or correct the file.',
    ),
  'groups-overlap': ({ given, other, meeting }) =>
    sentences(
      `${given} meets at the same time as ${other}, which the client is in (${meetingWords(meeting)}).`,
      `End the place in ${other} in Cairn first, or name a group that meets at another time.`,
    ),
  'group-ends': ({ group, lastOn }) =>
    sentences(`The last day of ${group} is ${dayWithYear(lastOn)}: it takes nobody new.`, 'Name another group, or leave the cell empty.'),
  'other-capitals': always('A client has this number with other capitals.', 'Write it as it is on the chart, or choose the client here.'),
  'overlapping-episode': always('The episode overlaps another of the same client.', 'Close the earlier one first, or look at the days.'),
  'no-episode': always('No episode of the client was open on this day.', 'Look at the day, and at the days the episode opened and closed.'),
  'before-opening': always('The day is before the episode opened.', 'Look at the day, and at the day the episode opened.'),
  'after-discharge': always('The day is after the episode closed.', 'Look at the day, and at the day the episode closed.'),
  'slot-taken': always('The client has a scheduled screen on this day already.', 'Write no under scheduled for the second one.'),
  'perhaps-same-session': ({ sessions }) =>
    sentences(
      `The client is in ${sessions.map(sessionWords).join(' and in ')} on this day already. The row may be about the same session.`,
      'Say which it is, or that it is another: what is the same counts one time.',
    ),
  'no-such-session': always('There is no such session on this day.', 'Write the key of one, or another.'),
  'program-needed': ({ names }) => sentences('There is more than one program, and none is named.', `Use one of: ${names.join(', ')}.`),
  'unknown-name': ({ kind }) =>
    sentences(
      `There is no ${kindWords[kind]} with this name.`,
      `Add the ${kindWords[kind]} in Cairn first, or write the name as Cairn shows it.`,
    ),
  'ambiguous-name': ({ kind }) =>
    sentences(`Two have this name, so the ${kindWords[kind]} is not certain.`, 'Leave it empty and choose in Cairn.'),
};

/** In place of a problem that says what is stored, to whoever opens no chart. */
export const unseenWords = {
  message: 'The row differs from what is stored.',
  fix: 'A director who works in every program finds it under Imports. One of the client’s program brings it in with a file of their own.',
};
