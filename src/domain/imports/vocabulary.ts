/** In an attendance column: the program cancelled the session. It becomes the session's own fact. */
export const cancelledByProgram = 'cancelled-by-program';

/** What other systems write for our words, by column. Where a word can mean two things here it stands for none, and is asked about. */
const meanings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  attendance: {
    present: ['p', 'attended', 'show', 'showed', 'arrived', 'checked in', 'completed', 'kept', 'yes', 'y', 'here', '1'],
    late: ['l', 'tardy', 'arrived late', 'late arrival'],
    'left-early': ['le', 'left early', 'early departure', 'partial'],
    absent: [
      'a',
      'ns',
      'n/s',
      'no show',
      'no-show',
      'noshow',
      'missed',
      'dna',
      'did not attend',
      'unexcused',
      'unexcused absence',
      'no',
      'n',
      '0',
    ],
    excused: ['e', 'ex', 'exc', 'excused absence', 'absent excused', 'absent - excused', 'excused - absent'],
    booked: ['scheduled', 'pending', 'not marked', 'confirmed', 'upcoming'],
    [cancelledByProgram]: [
      'cancelled by clinic',
      'canceled by clinic',
      'cancelled by provider',
      'canceled by provider',
      'clinic cancelled',
      'clinic canceled',
      'cancelled by program',
      'provider cancelled',
    ],
  },
  service: {
    group: ['group therapy', 'iop group', 'process group', 'group session', 'grp'],
    individual: ['individual therapy', 'individual session', '1:1', 'ind', 'individual counseling'],
    family: ['family therapy', 'family session'],
    skills: ['skills group', 'skills training', 'dbt skills'],
    education: ['psychoeducation', 'education group', 'didactic'],
    wellness: ['yoga', 'fitness', 'recreation'],
    medication: ['medication management', 'med management', 'med check', 'prescriber visit'],
    peer: ['peer support', 'peer session', 'recovery coaching'],
    'mutual-help': ['aa', 'na', 'smart recovery', 'self help', 'mutual help'],
  },
  outcome: {
    collected: ['completed', 'complete', 'received', 'resulted', 'final', 'done'],
    'not-collected': ['missed', 'no show', 'no-show', 'ns', 'not collected'],
    declined: ['refused', 'refusal', 'client declined'],
    unable: ['unable to provide', 'could not provide', 'insufficient attempt'],
    excused: ['excused absence'],
    'cancelled-by-program': ['cancelled by clinic', 'canceled by clinic', 'cancelled by program'],
  },
  specimen: {
    'urine-cup': ['cup', 'instant cup', 'poc urine', 'urine poc', 'point of care urine', 'udip'],
    'urine-lab': ['lab urine', 'urine lab', 'urine to lab'],
    'oral-fluid': ['oral', 'saliva', 'oral fluid', 'swab'],
    'breath-alcohol': ['breath', 'breathalyzer', 'bac', 'breath alcohol'],
    blood: ['serum', 'plasma'],
    hair: ['hair follicle'],
  },
  validity: {
    valid: ['normal', 'ok', 'within range', 'pass'],
    dilute: ['diluted', 'dilution'],
    substituted: ['substitution'],
    adulterated: ['adulteration'],
    invalid: ['not valid', 'unsuitable'],
    'not-tested': ['not tested', 'n/a', 'not done'],
  },
  result: {
    detected: ['positive', 'pos', 'presumptive positive', 'presumptive pos', 'presumptive', 'reactive', 'present', 'found'],
    'not-detected': [
      'negative',
      'neg',
      'none detected',
      'not detected',
      'undetected',
      'nd',
      'non-reactive',
      'nonreactive',
      'absent',
      'below cutoff',
      'below limit',
    ],
    confirmed: ['confirmed positive', 'positive confirmed', 'pos confirmed'],
    'not-confirmed': ['confirmed negative', 'negative confirmed', 'neg confirmed'],
    pending: ['to follow', 'sent to lab', 'in process', 'awaiting'],
    inconclusive: ['indeterminate', 'equivocal', 'unclear'],
    'not-tested': ['not tested', 'not performed', 'tnp', 'qns', 'quantity not sufficient', 'test not performed', 'cancelled', 'canceled'],
    declined: ['refused', 'refusal', 'refused to submit', 'refused to test', 'client declined'],
    unable: ['unable to provide', 'could not provide', 'shy bladder'],
    'not-collected': ['not collected', 'missed', 'no show', 'no-show'],
  },
  confirmation: {
    pending: ['to follow', 'in process', 'sent', 'requested', 'awaiting'],
    confirmed: ['positive', 'pos', 'yes', 'y', 'confirmed positive', 'confirmed by gc/ms', 'confirmed by lc/ms'],
    'not-confirmed': ['negative', 'neg', 'confirmed negative'],
  },
  closed_because: {
    completed: ['treatment completed', 'successful completion', 'graduated', 'completed treatment'],
    'stepped-down': ['step down', 'transferred to lower level'],
    'stepped-up': ['step up', 'transferred to higher level'],
    transferred: ['transfer', 'transferred elsewhere'],
    'moved-away': ['moved', 'relocated'],
    'chose-to-leave': ['ama', 'against medical advice', 'left', 'client choice', 'self discharge'],
    'lost-contact': ['no contact', 'loss of contact', 'unable to contact'],
    'coverage-ended': ['insurance ended', 'benefits exhausted', 'loss of coverage'],
    hospitalized: ['hospitalised', 'hospital', 'inpatient'],
    incarcerated: ['jail', 'prison'],
    died: ['deceased', 'death'],
  },
};

const yes = ['y', 'true', '1', 'x', 'virtual', 'telehealth', 'video', 'detected', 'positive', 'pos'];
const no = ['n', 'false', '0', 'in person', 'in-person', 'onsite', 'on site', 'not detected', 'negative', 'neg'];

/** Columns whose cells are yes or no. */
export const yesColumns: ReadonlySet<string> = new Set(['telehealth', 'make_up', 'scheduled', 'detected']);

/** Columns whose cells are one of a closed set of words. */
export const wordColumns: ReadonlySet<string> = new Set([...Object.keys(meanings), ...yesColumns]);

/** Columns whose words a person confirms before any of them is read: what a laboratory means by them is a clinical fact. */
export const confirmedColumns: ReadonlySet<string> = new Set(['result', 'detected', 'confirmation']);

/** What a word of another system most likely means here; null where Cairn knows none, or where the word could mean two things. */
export function wordSuggested(column: string, cell: string): string | null {
  const text = cell.trim().toLowerCase();
  if (yesColumns.has(column)) return yes.includes(text) || text === 'yes' ? 'yes' : no.includes(text) || text === 'no' ? 'no' : null;
  // A confirmation that somebody declined, or that nobody has made, leaves the result as it is: a person says.
  if (confirmedColumns.has(column) && /not confirmed|unconfirmed|(?:refus|declin).*confirm|confirm.*(?:refus|declin)/.test(text))
    return null;
  if (column === 'result' && /refus|declin/.test(text)) return 'declined';
  if (column === 'result' && /^presumptive(?:ly)? pos/.test(text)) return 'detected';
  const own = Object.entries(meanings[column] ?? {});
  return own.find(([word, others]) => word === text || word.replaceAll('-', ' ') === text || others.includes(text))?.[0] ?? null;
}

/** Our own words of a column, as its cells are chosen from. */
export const wordsOf = (column: string): readonly string[] =>
  yesColumns.has(column) ? ['yes', 'no'] : Object.keys(meanings[column] ?? {});
