import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Problem } from '#domain/imports/problems.ts';
import { problemWords } from '#domain/imports/problem-words.ts';

const meeting = { weekday: 1, startsAt: '20:00', endsAt: '22:00' };

test.each<[Problem, string]>([
  [{ code: 'cell-empty' }, 'This cell is needed and is empty. Fill it in.'],
  [
    { code: 'cell-too-long', most: 200 },
    'The cell is longer than 200 characters. Shorten it, or look for a quotation mark in the wrong place.',
  ],
  [{ code: 'no-such-day' }, 'There is no such day. Write it as year-month-day, for example 2026-03-09.'],
  [{ code: 'not-a-number', least: 0, most: 60 }, 'This is not a number from 0 to 60. Write digits only, without a unit.'],
  [{ code: 'not-a-whole-number', least: 0, most: 720 }, 'This is not a whole number from 0 to 720. Write digits only, without a unit.'],
  [{ code: 'unknown-word', allowed: ['yes', 'no'] }, 'Cairn knows no such word here. Use one of: yes, no.'],
  [
    { code: 'cell-count', found: 2, needed: 5 },
    'The row has 2 cells and the header has 5. Look for a comma outside quotation marks, or a cell that was cut off.',
  ],
  [{ code: 'key-twice', firstLine: 2 }, 'The same key is on line 2 already. Keep one of the two rows.'],
  [
    { code: 'two-groups', firstLine: 2, first: 'Evening', second: 'Dawn', together: null },
    'Line 2 puts this client into Evening, and this row into Dawn. Leave one of the two rows out, and give the second place on the page of its group.',
  ],
  [
    { code: 'two-groups', firstLine: 2, first: 'Evening', second: 'Late', together: meeting },
    'Line 2 puts this client into Evening, and this row into Late. The two meet at the same time, Monday 8 to 10 pm. Leave one of the two rows out: nobody can be in both.',
  ],
  [
    { code: 'rows-disagree', firstLine: 2 },
    'The row says something else about the same record than line 2. Make the repeated columns of the two rows equal.',
  ],
  [
    { code: 'minutes-too-long', most: 165 },
    'The minutes present are longer than the session (165). Write the minutes that were delivered, or look at the times and the breaks.',
  ],
  [{ code: 'file-too-large', megabytes: 25 }, 'The file is larger than 25 MB. Split it by date and import the parts one after another.'],
  [
    { code: 'too-many-rows', most: 250_000 },
    'The file has more than 250,000 rows. Split it by date and import the parts one after another.',
  ],
  [
    { code: 'column-unknown', allowed: ['dose', 'name'] },
    'Cairn knows no such column in this kind of file. Leave it out, or use one of: dose, name.',
  ],
  [
    { code: 'no-such-kind', kinds: [{ name: 'clients', sign: 'opened_on' }] },
    'The columns belong to no kind of file that Cairn reads. Kinds are told apart by their columns: clients by opened_on.',
  ],
  [{ code: 'too-many-columns', most: 60 }, 'There are more than 60 columns. Export only the columns that `cairn import --columns` lists.'],
  [
    { code: 'differs-from-stored', columns: ['status', 'minutes'] },
    'The row differs from what is stored, in status, minutes. Nothing was overwritten. Change it in Cairn, where the change is kept with who made it, or correct the file.',
  ],
  [
    { code: 'ends-otherwise', columns: ['closed_on'] },
    'The row differs from what is stored, in closed_on. Nothing was overwritten. Close the episode in Cairn, where what is owed to the client is asked, or correct the file.',
  ],
  [
    { code: 'screen-differs', columns: ['results'] },
    'The row differs from what is stored, in results. Nothing was overwritten. A result is never overwritten: correct it on the screen itself, where the reason is kept, or correct the file.',
  ],
  [
    { code: 'moved', what: 'group', here: 'Evening', given: 'Late' },
    'The client is in the group Evening here, and the row says Late. Move the client in Cairn, where the roster and the bookings follow, or correct the file.',
  ],
  [
    { code: 'moved', what: 'program', here: null, given: 'Late' },
    'The client is in no program here, and the row says Late. Move the client in Cairn, where the roster and the bookings follow, or correct the file.',
  ],
  [
    { code: 'groups-overlap', given: 'Late', other: 'Evening', meeting },
    'Late meets at the same time as Evening, which the client is in (Monday 8 to 10 pm). End the place in Evening in Cairn first, or name a group that meets at another time.',
  ],
  [
    { code: 'group-ends', group: 'Evening', lastOn: day('2026-11-30') },
    'The last day of Evening is 30 Nov 2026: it takes nobody new. Name another group, or leave the cell empty.',
  ],
  [{ code: 'program-needed', names: ['North', 'Young'] }, 'There is more than one program, and none is named. Use one of: North, Young.'],
  [
    { code: 'unknown-name', kind: 'staff' },
    'There is no member of staff with this name. Add the member of staff in Cairn first, or write the name as Cairn shows it.',
  ],
  [{ code: 'ambiguous-name', kind: 'leader' }, 'Two have this name, so the leader is not certain. Leave it empty and choose in Cairn.'],
])('$code is put into words', (problem, sentences) => {
  const { message, fix } = problemWords(problem);
  expect(`${message} ${fix}`).toBe(sentences);
});
