import type { ImportKind } from './imports.ts';

/** What other systems call our columns. A name that stands here is suggested, never taken for granted. */
const calledElsewhere: Readonly<Record<string, readonly string[]>> = {
  chart_number: [
    'mrn',
    'medical record number',
    'chart',
    'chart no',
    'chart id',
    'client id',
    'client number',
    'client no',
    'clientid',
    'patient id',
    'patient number',
    'patient mrn',
    'client mrn',
    'account number',
    'record number',
    'id',
  ],
  first_name: ['first', 'given name', 'client first name', 'patient first name', 'firstname', 'fname'],
  last_name: ['last', 'surname', 'family name', 'client last name', 'patient last name', 'lastname', 'lname'],
  full_name: ['name', 'client', 'client name', 'patient', 'patient name', 'full name'],
  preferred_name: ['preferred', 'goes by', 'nickname', 'chosen name'],
  pronouns: ['client pronouns'],
  born_on: ['dob', 'date of birth', 'birth date', 'birthdate', 'birthday', 'client dob', 'patient dob'],
  program: ['program name', 'service line'],
  site: ['site name', 'location', 'location name', 'facility', 'clinic'],
  group: ['group name', 'iop group', 'track', 'schedule group'],
  therapist: [
    'primary therapist',
    'counselor',
    'counsellor',
    'primary counselor',
    'clinician',
    'primary clinician',
    'assigned to',
    'case manager',
  ],
  opened_on: ['admit date', 'admission date', 'admitted', 'admitted on', 'intake date', 'episode start', 'start of care', 'admit'],
  closed_on: ['discharge date', 'episode end', 'end of care', 'closed', 'closing date'],
  closed_because: ['discharge reason', 'discharge type', 'closing reason', 'reason for leaving'],
  admission_source: ['referral source', 'referred by', 'referral', 'source of admission'],
  primary_substance: ['drug of choice', 'primary drug', 'substance'],
  level: ['level of care', 'loc', 'asam level', 'current level'],
  prescribed_hours: ['hours per week', 'weekly hours', 'hours a week', 'prescribed weekly hours'],
  hours_per_week: ['prescribed hours', 'weekly hours', 'hours a week', 'hours'],
  from_on: ['effective date', 'effective', 'from', 'start date', 'starting'],
  session_key: ['session id', 'appointment id', 'encounter id', 'event id', 'visit id'],
  date: [
    'session date',
    'service date',
    'date of service',
    'dos',
    'appointment date',
    'group date',
    'collection date',
    'collected on',
    'collected',
    'test date',
    'day',
  ],
  start: ['start time', 'begin time', 'session start', 'appointment time', 'begins', 'from'],
  end: ['end time', 'stop time', 'session end', 'ends', 'to'],
  service: ['service type', 'session type', 'appointment type', 'type', 'modality of care'],
  title: ['session name', 'session', 'group topic', 'topic', 'description', 'service description', 'appointment'],
  leader: ['facilitator', 'group leader', 'staff', 'provider', 'rendering provider', 'clinician', 'therapist'],
  break_minutes: ['break', 'breaks'],
  cancelled_because: ['cancellation reason', 'cancel reason'],
  attendance: ['status', 'attendance status', 'appointment status', 'attended', 'present', 'outcome'],
  time_in: [
    'check in',
    'check in time',
    'checked in',
    'checked in at',
    'sign in',
    'sign in time',
    'signed in',
    'arrival',
    'arrival time',
    'arrived',
    'arrived at',
    'in time',
  ],
  time_out: [
    'check out',
    'check out time',
    'checked out',
    'checked out at',
    'sign out',
    'sign out time',
    'signed out',
    'departure',
    'departure time',
    'left at',
    'out time',
  ],
  minutes: ['minutes attended', 'minutes present', 'mins', 'actual minutes', 'time attended'],
  telehealth: ['virtual', 'video', 'is telehealth'],
  make_up: ['makeup', 'make up session'],
  note: ['notes', 'comment', 'comments', 'absence reason', 'reason'],
  screen_key: ['specimen id', 'accession', 'accession number', 'test id', 'requisition', 'lab id', 'order id', 'sample id'],
  specimen_key: ['specimen id', 'specimen number', 'accession', 'accession number', 'requisition', 'lab id', 'order id', 'sample id'],
  time: ['collection time', 'time collected', 'test time'],
  scheduled: ['is scheduled', 'random', 'per schedule'],
  outcome: ['status', 'collection status', 'collection outcome', 'result status'],
  specimen: ['specimen type', 'sample type', 'matrix', 'sample'],
  validity: ['specimen validity', 'validity result'],
  validity_reason: ['validity note'],
  panel: ['panel name', 'test panel', 'test name'],
  analytes_tested: ['tested', 'analytes', 'tests'],
  positive: ['positives', 'positive for', 'detected', 'presumptive'],
  confirmed: ['confirmed positive', 'confirmation'],
  not_confirmed: ['confirmed negative'],
  inconclusive: ['indeterminate'],
  pending: ['awaiting', 'at lab'],
  test: [
    'test name',
    'analyte',
    'analyte name',
    'drug name',
    'drug tested',
    'component',
    'component name',
    'compound',
    'compound name',
    'substance',
  ],
  result: ['test result', 'result value', 'value', 'results', 'qualitative result', 'interpretation'],
  // An abnormal flag may be said of a prescription, so it isn't among them.
  detected: ['is detected', 'detected flag', 'pos neg'],
  confirmation: ['confirmation status', 'confirmed', 'confirmatory result'],
  name: ['medication', 'medication name', 'drug', 'drug name', 'med'],
  dose: ['dosage', 'strength', 'sig'],
  started_on: ['start date', 'started', 'begin date', 'prescribed on', 'start'],
  ended_on: ['stop date', 'end date', 'ended', 'stopped', 'discontinued', 'stop'],
};

/** What other systems call minutes of which nobody can tell whether they are the session's or the person's. */
const durations: ReadonlySet<string> = new Set([
  'duration',
  'duration min',
  'duration mins',
  'duration minutes',
  'session duration',
  'session length',
  'session minutes',
  'length',
  'length minutes',
  'total minutes',
  'total time',
  'time spent',
  'billed minutes',
  'billable minutes',
]);

export const isDuration = (name: string): boolean => durations.has(plainName(name));

/** A column's name as names are compared: small letters, and one space where there is anything that is neither letter nor digit. */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const everyName: ReadonlySet<string> = new Set([
  ...Object.entries(calledElsewhere).flatMap(([ours, others]) => [plainName(ours), ...others.map(plainName)]),
  ...durations,
]);

/** How many different cells of a row are names of columns that Cairn or another system uses. */
export const columnsKnown = (cells: readonly string[]): number => new Set(cells.map(plainName).filter((name) => everyName.has(name))).size;

/** The column of a file that each of our columns most likely comes from: by our own name first, then by what others call it. Each is given once. */
export function columnsSuggested(header: readonly string[], columns: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const plain = header.map(plainName);
  const taken = new Set<number>();
  const give = (column: string, names: readonly string[]) => {
    for (const name of names) {
      const at = plain.findIndex((given, index) => given === name && !taken.has(index));
      if (at < 0 || found.has(column)) continue;
      found.set(column, header[at] ?? '');
      taken.add(at);
    }
  };
  for (const column of columns) give(column, [plainName(column)]);
  for (const column of columns) give(column, calledElsewhere[column] ?? []);
  return found;
}

/** The columns that tell one kind of file from the others, strongest first. */
const signs: Readonly<Record<ImportKind, readonly string[]>> = {
  // Before the screens, whose columns an export of results has too.
  results: ['test', 'result', 'detected', 'specimen_key'],
  screens: ['screen_key', 'specimen', 'validity', 'analytes_tested', 'positive', 'panel'],
  sessions: ['attendance', 'session_key', 'start', 'end', 'time_in', 'time_out', 'minutes', 'leader', 'service', 'title'],
  medications: ['dose', 'started_on', 'name', 'ended_on'],
  clients: ['opened_on', 'born_on', 'first_name', 'last_name', 'full_name', 'admission_source', 'closed_on', 'therapist'],
  'prescribed-hours': ['hours_per_week', 'from_on'],
};

/** The kind that most of a header's columns speak for; null where none does. */
export function kindSuggested(header: readonly string[]): ImportKind | null {
  const scores = Object.entries(signs).map(([kind, columns]) => {
    const found = columnsSuggested(header, columns);
    const isOther = kind === 'results' && !found.has('test');
    return { kind: kind as ImportKind, score: isOther ? 0 : found.size / Math.min(columns.length, 4) };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= 0.5 ? best.kind : null;
}
