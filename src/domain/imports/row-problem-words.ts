import { always, meetingWords, sentences, type ProblemWords } from './problem-sentences.ts';
import type { RowProblemFacts } from './problems.ts';

/** What is said about a row that contradicts itself, or another row of its file. */
export const rowProblemWords: ProblemWords<RowProblemFacts> = {
  'cell-count': ({ found, needed }) =>
    sentences(
      `The row has ${found} cells and the header has ${needed}.`,
      'Look for a comma outside quotation marks, or a cell that was cut off.',
    ),
  'key-twice': ({ firstLine }) => sentences(`The same key is on line ${firstLine} already.`, 'Keep one of the two rows.'),
  'two-groups': ({ firstLine, first, second, together }) =>
    sentences(
      together === null
        ? `Line ${firstLine} puts this client into ${first}, and this row into ${second}.`
        : `Line ${firstLine} puts this client into ${first}, and this row into ${second}. The two meet at the same time, ${meetingWords(together)}.`,
      together === null
        ? 'Leave one of the two rows out, and give the second place on the page of its group.'
        : 'Leave one of the two rows out: nobody can be in both.',
    ),
  'rows-disagree': ({ firstLine }) =>
    sentences(
      `The row says something else about the same record than line ${firstLine}.`,
      'Make the repeated columns of the two rows equal.',
    ),
  'future-day': always('The day has not come yet.', 'Look at the year. Cairn takes what has happened.'),
  'closed-before-opened': always('The episode closes before it opens.', 'Look at both days.'),
  'reason-without-day': always('A closing needs its day and its reason together.', 'Fill in both, or neither.'),
  'born-after-opened': always('The birth date is after the day the episode opens.', 'Look at both days.'),
  'ends-before-start': always('The session ends before it starts.', 'Look at both times. A session ends on the day it starts.'),
  'time-of-another-day': always('This moment lies on another day than its row.', 'Look at both. A session ends on the day it starts.'),
  'left-before-came': always('Somebody left before they came.', 'Look at both times.'),
  'times-of-absent': always(
    'Somebody who was not there came or left.',
    'Leave the times empty, or mark the person present, late or left-early.',
  ),
  'only-one-time': always('Only one of the two times can be read.', 'Fill in both, or leave both empty where the times are not known.'),
  'break-without-times': always('Breaks are given, and the times are not.', 'Fill in start and end, or leave break_minutes empty.'),
  'break-too-long': always('The breaks are as long as the session.', 'Look at the times and the minutes of break.'),
  'minutes-too-long': ({ most }) =>
    sentences(
      `The minutes present are longer than the session (${most}).`,
      'Write the minutes that were delivered, or look at the times and the breaks.',
    ),
  'minutes-of-absent': always(
    'Somebody who was not there has minutes.',
    'Leave the minutes empty, or mark the person present, late or left-early.',
  ),
  'minutes-without-mark': always('Nobody marked the person, and there are minutes.', 'Leave the minutes empty, or mark the person.'),
  'marked-ahead': always('A session that has not come yet is marked.', 'Write booked, or leave the cell empty.'),
  'marked-cancelled': always(
    'A session that the program cancelled has somebody present.',
    'Leave the reason for cancelling empty, or write booked.',
  ),
  'attendance-without-client': always(
    'Attendance is given without a client.',
    'Fill in chart_number, or leave the attendance cells empty.',
  ),
  'not-collected-with-results': always(
    'Nothing was collected, and the row has a specimen or results.',
    'Leave these cells empty, or write collected.',
  ),
  'collected-without': always('A collected specimen needs this.', 'Fill it in; where validity was not tested, write not-tested.'),
  'nothing-tested': always(
    'A collected specimen needs analytes_tested or panel.',
    'Name the analytes that were tested. One that is not named stays unknown.',
  ),
  'panel-and-analytes': always('Both panel and analytes_tested are given.', 'Keep one of them.'),
  'analyte-not-tested': always('A result is given for an analyte that was not tested.', 'Add it to analytes_tested, or take it out here.'),
  'observer-without-observation': always(
    'An observer is named, and the row doesn’t say that the collection was observed.',
    'Write yes under observed, or leave the name empty.',
  ),
  'breath-of-another': always(
    'A breath value is given for another specimen.',
    'Write breath-alcohol under specimen, or leave the value empty.',
  ),
  'breath-without-time': always('A breath reading needs its time.', 'Fill it in, on the clinic’s clock.'),
  'breath-with-results': always(
    'A breath value is given beside analytes or results.',
    'Leave panel, analytes_tested and the results empty: the result follows from the value.',
  ),
  'breath-too-fine': always('A breath device shows three decimals at most.', 'Write it as on the device, as 0.045.'),
  'two-results': always('An analyte has two results.', 'Name it in one of the result columns.'),
  'result-unknown': always(
    'A word of the laboratory has no meaning yet.',
    'Match the columns again and say what it means, or say here what it is.',
  ),
  'detected-or-not': always(
    'A number alone doesn’t say whether anything was detected.',
    'Look at the report, and write detected or not-detected.',
  ),
  'result-contradicts': always('Result and detected say opposite things.', 'Look at the report, and write detected or not-detected.'),
  'refused-with-results': always(
    'The specimen was not given, and the rows have results.',
    'Look at the report: leave the results out, or the refusal.',
  ),
  'validity-open': always(
    'What was measured of the specimen doesn’t say whether it is valid.',
    'Write what the laboratory says: valid, dilute, substituted, adulterated or invalid.',
  ),
  'specimen-disagrees': always('The rows of this specimen say different things of it.', 'Look at its client, its day and its key.'),
  'ended-before-started': always('The medication ends before it begins.', 'Look at both days.'),
};
