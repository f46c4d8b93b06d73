import type { CellProblem } from './problems.ts';

const problem = (message: string, fix: string): CellProblem => ({ message, fix });

/** What is said about a row that contradicts itself. */
export const crossFieldErrors = {
  future: problem('The day has not come yet.', 'Look at the year. Cairn takes what has happened.'),
  closedBeforeOpened: problem('The episode closes before it opens.', 'Look at both days.'),
  reasonWithoutDay: problem('A closing needs its day and its reason together.', 'Fill in both, or neither.'),
  bornAfterOpened: problem('The birth date is after the day the episode opens.', 'Look at both days.'),
  endsBeforeStart: problem('The session ends before it starts.', 'Look at both times. A session ends on the day it starts.'),
  onlyOneTime: problem('Only one of the two times can be read.', 'Fill in both, or leave both empty where the times are not known.'),
  breakWithoutTimes: problem('Breaks are given, and the times are not.', 'Fill in start and end, or leave break_minutes empty.'),
  breakTooLong: problem('The breaks are as long as the session.', 'Look at the times and the minutes of break.'),
  minutesTooLong: (most: number) =>
    problem(
      `The minutes present are longer than the session (${most}).`,
      'Write the minutes that were delivered, or look at the times and the breaks.',
    ),
  minutesOfAbsent: problem(
    'Somebody who was not there has minutes.',
    'Leave the minutes empty, or mark the person present, late or left-early.',
  ),
  minutesWithoutMark: problem('Nobody marked the person, and there are minutes.', 'Leave the minutes empty, or mark the person.'),
  markedAhead: problem('A session that has not come yet is marked.', 'Write booked, or leave the cell empty.'),
  markedCancelled: problem(
    'A session that the program cancelled has somebody present.',
    'Leave the reason for cancelling empty, or write booked.',
  ),
  attendanceWithoutClient: problem('Attendance is given without a client.', 'Fill in chart_number, or leave the attendance cells empty.'),
  notCollectedWithResults: problem(
    'Nothing was collected, and the row has a specimen or results.',
    'Leave these cells empty, or write collected.',
  ),
  collectedWithout: problem('A collected specimen needs this.', 'Fill it in; where validity was not tested, write not-tested.'),
  nothingTested: problem(
    'A collected specimen needs analytes_tested or panel.',
    'Name the analytes that were tested. One that is not named stays unknown.',
  ),
  panelAndAnalytes: problem('Both panel and analytes_tested are given.', 'Keep one of them.'),
  notTested: problem('A result is given for an analyte that was not tested.', 'Add it to analytes_tested, or take it out here.'),
  observerWithoutObservation: problem(
    'An observer is named, and the row doesn’t say that the collection was observed.',
    'Write yes under observed, or leave the name empty.',
  ),
  breathOfAnother: problem(
    'A breath value is given for another specimen.',
    'Write breath-alcohol under specimen, or leave the value empty.',
  ),
  breathWithoutTime: problem('A breath reading needs its time.', 'Fill it in, on the clinic’s clock.'),
  breathWithResults: problem(
    'A breath value is given beside analytes or results.',
    'Leave panel, analytes_tested and the results empty: the result follows from the value.',
  ),
  breathTooFine: problem('A breath device shows three decimals at most.', 'Write it as on the device, as 0.045.'),
  twoResults: problem('An analyte has two results.', 'Name it in one of the result columns.'),
  endedBeforeStarted: problem('The medication ends before it begins.', 'Look at both days.'),
} as const;

/** What is said about a row that doesn't fit what is stored. */
export const matchErrors = {
  unknownClient: problem('There is no client with this chart number.', 'Import the client first, or look at the number.'),
  underAge: problem(
    'The client is under 18 on the day the episode opens, and the program is for adults.',
    'Name an adolescent program, or look at the birth date.',
  ),
  differs: (columns: readonly string[]) =>
    problem(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'Change it in Cairn, where the change is kept with who made it, or correct the file.',
    ),
  zerosLost: problem(
    'A client has this number with zeros in front, which a spreadsheet drops.',
    'Format the column as text and enter the number as it is on the chart, or choose the client here.',
  ),
  anotherPerson: problem(
    'This chart number belongs to somebody with another name here.',
    'Look at the number and the name. Two people never share a chart number.',
  ),
  endsOtherwise: (columns: readonly string[]) =>
    problem(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'Close the episode in Cairn, where what is owed to the client is asked, or correct the file.',
    ),
  screenDiffers: (columns: readonly string[]) =>
    problem(
      `The row differs from what is stored, in ${columns.join(', ')}. Nothing was overwritten.`,
      'A result is never overwritten: correct it on the screen itself, where the reason is kept, or correct the file.',
    ),
  moved: (what: string, here: string, given: string) =>
    problem(
      `The client is in the ${what} ${here} here, and the row says ${given}.`,
      `Move the client in Cairn, where the roster and the bookings follow, or correct the file.`,
    ),
  movedIn: (what: string, given: string) =>
    problem(
      `The client is in no ${what} here, and the row says ${given}.`,
      `Move the client in Cairn, where the roster and the bookings follow, or correct the file.`,
    ),
  groupsOverlap: (given: string, other: string, when: string) =>
    problem(
      `${given} meets at the same time as ${other}, which the client is in (${when}).`,
      `End the place in ${other} in Cairn first, or name a group that meets at another time.`,
    ),
  groupEnds: (group: string, lastOn: string) =>
    problem(`The last day of ${group} is ${lastOn}: it takes nobody new.`, 'Name another group, or leave the cell empty.'),
  otherCapitals: problem('A client has this number with other capitals.', 'Write it as it is on the chart, or choose the client here.'),
  otherEpisode: problem('The episode overlaps another of the same client.', 'Close the earlier one first, or look at the days.'),
  noEpisode: problem('No episode of the client was open on this day.', 'Look at the day, and at the days the episode opened and closed.'),
  beforeOpening: problem('The day is before the episode opened.', 'Look at the day, and at the day the episode opened.'),
  afterDischarge: problem('The day is after the episode closed.', 'Look at the day, and at the day the episode closed.'),
  slotTaken: problem('The client has a scheduled screen on this day already.', 'Write no under scheduled for the second one.'),
  programNeeded: (names: readonly string[]) =>
    problem('There is more than one program, and none is named.', `Use one of: ${names.join(', ')}.`),
  unknownName: (kind: string) =>
    problem(`There is no ${kind} with this name.`, `Add the ${kind} in Cairn first, or write the name as Cairn shows it.`),
  sameName: (kind: string) => problem(`Two have this name, so the ${kind} is not certain.`, 'Leave it empty and choose in Cairn.'),
} as const;
