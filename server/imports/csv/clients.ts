import type { Day } from '#domain/calendar/calendar.ts';
import { dischargeReasons, type DischargeReason } from '#domain/episodes/discharge-reasons.ts';
import { needed, neededBeside, optional, type Kind } from './kind.ts';

export type ClientRow = {
  readonly chartNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly bornOn: Day | null;
  readonly program: string | null;
  readonly site: string | null;
  readonly group: string | null;
  readonly therapist: string | null;
  readonly openedOn: Day;
  readonly admissionSource: string | null;
  readonly primarySubstance: string | null;
  readonly closedOn: Day | null;
  readonly closedBecause: DischargeReason | null;
  readonly prescribedHours: number | null;
  readonly level: string | null;
};

/** Endings that a second person signs: they are made in Cairn and nowhere else. */
const signedByTwo: readonly DischargeReason[] = ['ended-by-program', 'level-declined'];
export const importedDischarges = dischargeReasons.filter((reason) => !signedByTwo.includes(reason));

/** Clinics' files may write the British way. */
const spellings: Readonly<Record<string, DischargeReason>> = { hospitalised: 'hospitalized' };

/**
 * Clients with their episodes: one row an episode, the client's own columns repeated.
 * Refuses an episode that opens in the future, closes before it opens or in the future, and an ending that needs a second signer.
 */
export const clients: Kind<ClientRow> = {
  id: 'clients',
  name: 'clients',
  sign: 'opened_on',
  columns: [
    needed('chart_number', "The number on the client's chart. It tells clients apart"),
    neededBeside('first_name', 'Given name. Empty where somebody has one name, and it is in the other column'),
    neededBeside('last_name', 'Family name, or the one name that somebody has'),
    optional('preferred_name', 'What the client wants to be called'),
    optional('pronouns', 'As the client says them'),
    optional('born_on', 'Birth date. Empty is unknown'),
    optional('program', "The program's name in Cairn. Needed where there is more than one"),
    optional('site', "The site's name in Cairn"),
    optional('group', "The group's name in Cairn"),
    optional('therapist', "The therapist's name in Cairn"),
    needed('opened_on', 'First day of the episode'),
    optional('admission_source', 'Where the client came from'),
    optional('primary_substance', "In the program's words"),
    optional('closed_on', 'Last day of the episode. Empty while it is open'),
    optional('level', 'Level of care, from the first day of the episode'),
    optional('prescribed_hours', 'Hours a week, 0 to 60, from the first day of the episode'),
    optional('closed_because', `Why it closed: ${importedDischarges.join(', ')}`),
  ],
  answers: [],
  read: (cells, today) => {
    const chartNumber = cells.code('chart_number', 40);
    const firstName = cells.text('first_name') ?? '';
    const lastName = cells.text('last_name') ?? '';
    const openedOn = cells.day('opened_on');
    const bornOn = cells.day('born_on');
    const closedOn = cells.day('closed_on');
    const closedBecause = cells.word('closed_because', importedDischarges, spellings);
    if (firstName === '' && lastName === '') cells.wrong('last_name', { code: 'cell-empty' });
    if (openedOn !== null && openedOn > today) cells.wrong('opened_on', { code: 'future-day' });
    if (closedOn !== null && closedOn > today) cells.wrong('closed_on', { code: 'future-day' });
    if (openedOn !== null && closedOn !== null && closedOn < openedOn) cells.wrong('closed_on', { code: 'closed-before-opened' });
    if (openedOn !== null && bornOn !== null && bornOn > openedOn) cells.wrong('born_on', { code: 'born-after-opened' });
    if ((closedOn === null) !== (closedBecause === null))
      cells.wrong(closedOn === null ? 'closed_on' : 'closed_because', { code: 'reason-without-day' });
    const others = {
      preferredName: cells.text('preferred_name'),
      pronouns: cells.text('pronouns', 40),
      program: cells.text('program'),
      site: cells.text('site'),
      group: cells.text('group'),
      therapist: cells.text('therapist'),
      admissionSource: cells.text('admission_source'),
      primarySubstance: cells.text('primary_substance'),
      level: cells.text('level', 60),
      prescribedHours: cells.number('prescribed_hours', 0, 60),
    };
    if (chartNumber === null || openedOn === null) return null;
    return { chartNumber, firstName, lastName, bornOn, openedOn, closedOn, closedBecause, ...others };
  },
  keyOf: ({ chartNumber, openedOn }) => `${chartNumber} ${openedOn}`,
  groupOf: ({ group, closedOn }) => (closedOn === null ? group : null),
  sharedBy: (row) => ({
    key: row.chartNumber,
    facts: JSON.stringify([row.firstName, row.lastName, row.preferredName, row.pronouns, row.bornOn]),
  }),
};
