import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { dosesOf } from './doses.ts';
import { stayOf } from './episodes.ts';
import { heldBack, type HeldBack } from './held-back.ts';
import { chartOf, peopleIn, type Person } from './person.ts';
import type { Tables } from './tables.ts';
import { screensOf, testedIn } from './urine.ts';
import { visitsOf, type Visit } from './visits.ts';

export type Written = { readonly files: readonly string[]; readonly held: HeldBack; readonly people: number };

const headers = {
  clients: 'chart_number,first_name,last_name,program,therapist,opened_on,closed_on,closed_because',
  medications: 'chart_number,name,dose,started_on,ended_on',
  sessions: 'session_key,date,service,title,program,chart_number,attendance,note',
  screens: 'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive',
} as const;

type Lines = { readonly [Kind in keyof typeof headers]: string[] };

export const programOf = (project: string): string => `Trial ${project}`;
export const therapistOf = (project: string, index: number, each: number): string => `Therapist ${project}.${(index % each) + 1}`;

/** Turns the study's tables into the CSV files that a clinic would bring. Ages are not birth dates, so birth dates stay unknown; hours were not prescribed. */
export async function writeFiles(tables: Tables, folder: string, today: Day, therapistsEach: number): Promise<Written> {
  const held = heldBack();
  const lines: Lines = { clients: [], medications: [], sessions: [], screens: [] };
  const people = peopleIn(tables);
  for (const [index, person] of people.filter(({ known }) => known).entries())
    addPerson(lines, person, index, { tables, held, today, therapistsEach });
  held.note('people', 'no table says anything of them', people.filter(({ known }) => !known).length);
  const files = await Promise.all(
    Object.entries(headers).map(async ([name, header]) => {
      const file = join(folder, `${name}.csv`);
      await writeFile(file, `${[header, ...(Object.entries(lines).find(([kind]) => kind === name)?.[1] ?? [])].join('\n')}\n`);
      return file;
    }),
  );
  return { files, held, people: people.length };
}

type Study = { readonly tables: Tables; readonly held: HeldBack; readonly today: Day; readonly therapistsEach: number };

function addPerson(lines: Lines, person: Person, index: number, { tables, held, today, therapistsEach }: Study): void {
  const visits = visitsOf(person, held);
  const screens = screensOf(person, visits, testedIn(tables, person.project), held);
  const doses = dosesOf(person, held);
  const days = [...visits, ...screens].map(({ day }) => day).concat(doses.flatMap(({ first, last }) => [first, last]));
  const stay = stayOf(person, index, days, visits, tables, today);
  const chart = chartOf(person);
  const on = (day: number): Day => addDays(stay.dayZero, day);
  const csv = (...cells: readonly (string | null)[]): string =>
    cells.map((text) => (text !== null && /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : (text ?? ''))).join(',');

  const therapist = therapistOf(person.project, index, therapistsEach);
  lines.clients.push(
    csv(
      chart,
      'Person',
      person.who,
      programOf(person.project),
      therapist,
      on(stay.opened),
      stay.closed === null ? null : on(stay.closed),
      stay.because,
    ),
  );
  for (const { name, dose, first, last } of doses) lines.medications.push(csv(chart, name, dose, on(first), on(last)));
  for (const visit of visits) {
    // The tables have no times of day, so a visit has none either.
    lines.sessions.push(
      csv(`${chart}-${visit.key}`, on(visit.day), 'individual', visit.code, programOf(person.project), chart, markOf(visit), visit.reasons),
    );
  }
  for (const { key, day, scheduled, outcome, tested, positive } of screens) {
    const cup = outcome === 'collected' ? ['urine-cup', 'not-tested'] : ['', ''];
    lines.screens.push(
      csv(`${chart}-${key}`, chart, on(day), scheduled ? 'yes' : 'no', outcome, ...cup, tested.join(';'), positive.join(';')),
    );
  }
}

function markOf({ state }: Visit): string {
  switch (state) {
    case 'kept':
      return 'present';
    case 'missed':
      return 'absent';
    case 'excused':
      return 'excused';
    case 'unknown':
      return 'booked';
  }
  state satisfies never;
}
