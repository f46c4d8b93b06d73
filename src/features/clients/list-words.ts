import type { NeedKind } from '#domain/caseload/order.ts';
import type { CareStatus } from '#domain/clients/record.ts';
import { countNumber } from '#domain/statistics/count-words.ts';

export const taskWords: Readonly<Record<NeedKind, string>> = {
  safety: 'Safety clock open',
  'lost-contact': 'Reach out: lost contact',
  authorization: 'Authorization or review due',
  correction: 'Result corrected: tell the client',
  talk: 'Talk due',
  attached: 'Later result to speak of',
  sign: 'Plan change to sign',
  'follow-up': 'Outcome due',
  hours: 'Hours under those prescribed',
  instrument: 'Instrument reliably worse',
  uncollected: 'Screens not collected',
  review: 'Review due',
};

export const careStatusWords: Readonly<Record<CareStatus | 'any', string>> = {
  'in-care': 'In care',
  closed: 'Closed',
  'not-started': 'Not started',
  any: 'Everybody',
};

export const listWords = {
  title: 'Clients',
  add: 'Add a client',
  problems: 'Problems of the data',
  search: 'Name, preferred name or chart number',
  searchShort: 'Name or chart number  /',
  filters: 'Narrow the list',
  careStatus: 'Which clients',
  program: 'Program',
  site: 'Site',
  group: 'Group',
  therapist: 'Therapist',
  phase: 'Phase',
  task: 'Open tasks',
  sort: 'Order',
  anyProgram: 'Any program',
  anySite: 'Any site',
  anyGroup: 'Any group',
  anyTherapist: 'Any therapist',
  noTherapist: 'No therapist',
  anyPhase: 'Any phase',
  phaseOf: (number: number) => `Phase ${number}`,
  anyTask: 'With or without tasks',
  someTask: 'Any task',
  byName: 'By name',
  byNeed: 'By need',
  clear: 'Clear the filters',
  columns: { name: 'Client', chart: 'Chart', born: 'Born', group: 'Group', therapist: 'Therapist', phase: 'Phase', task: 'Task' },
  list: 'Clients, in order',
  found: (total: number): string => `${countNumber(total)} ${total === 1 ? 'client' : 'clients'}`,
  noneMatch: 'Nobody matches. Names, preferred names and chart numbers are searched, of merged charts too.',
  onlyInCare: 'Only clients in care are looked through.',
  noneNarrowed: 'Nobody is listed with these filters.',
  noneInCare: 'Nobody is in care. Clients are listed here once their episode of care is open.',
  noneListed: 'There is nobody here.',
  everybody: 'Look among everybody',
  unknownBirth: 'not known',
  workedOut: 'Being worked out',
  manyWorkedOut: (clients: number): string =>
    `The tasks of ${clients > 100 ? 'more than 100' : countNumber(clients)} ${clients === 1 ? 'client are' : 'clients are'} being worked out. This list is not whole yet.`,
  plusMore: (more: number): string => (more === 0 ? '' : ` +${more}`),
  nothing: '–',
};
