type Family = 'opioid' | 'stimulant' | 'other';

/** Codes on cups and panels with the names people say. A program may add its own: an unknown code is said as it is. */
const vocabulary: Readonly<Record<string, readonly [name: string, family: Family]>> = {
  ALC: ['alcohol', 'other'],
  ETG: ['alcohol (EtG)', 'other'],
  ETS: ['alcohol (EtS)', 'other'],
  AMP: ['amphetamine', 'stimulant'],
  MET: ['methamphetamine', 'stimulant'],
  MAMP: ['methamphetamine', 'stimulant'],
  MDMA: ['MDMA', 'stimulant'],
  COC: ['cocaine', 'stimulant'],
  OPI: ['opiates', 'opioid'],
  MOR: ['morphine', 'opioid'],
  COD: ['codeine', 'opioid'],
  '6AM': ['heroin (6-MAM)', 'opioid'],
  HYC: ['hydrocodone', 'opioid'],
  HYM: ['hydromorphone', 'opioid'],
  OXY: ['oxycodone', 'opioid'],
  FEN: ['fentanyl', 'opioid'],
  FYL: ['fentanyl', 'opioid'],
  NFEN: ['norfentanyl', 'opioid'],
  TRA: ['tramadol', 'opioid'],
  KRA: ['kratom', 'opioid'],
  BUP: ['buprenorphine', 'opioid'],
  NBUP: ['norbuprenorphine', 'opioid'],
  MTD: ['methadone', 'opioid'],
  EDDP: ['methadone (EDDP)', 'opioid'],
  BZO: ['benzodiazepines', 'other'],
  BAR: ['barbiturates', 'other'],
  THC: ['THC', 'other'],
  PCP: ['PCP', 'other'],
  GAB: ['gabapentin', 'other'],
  XYL: ['xylazine', 'other'],
  TCA: ['tricyclics', 'other'],
};

const medicationsForOpioidUse = ['BUP', 'NBUP', 'MTD', 'EDDP'];

const entryOf = (code: string) => vocabulary[code.toUpperCase()];

/** The codes that have a name of their own, as cups and panels print them. */
export const analyteCodes: readonly string[] = Object.keys(vocabulary);

/** What people call an analyte. A code that isn't in the vocabulary is its own name. */
export const analyteName = (code: string): string => entryOf(code)?.[0] ?? code;

export const isOpioid = (code: string): boolean => entryOf(code)?.[1] === 'opioid';

export const isStimulant = (code: string): boolean => entryOf(code)?.[1] === 'stimulant';

/** Whether the analyte shows a medication for opioid use disorder, whose absence is a matter of safety. */
export const showsOpioidMedication = (code: string): boolean => medicationsForOpioidUse.includes(code.toUpperCase());
