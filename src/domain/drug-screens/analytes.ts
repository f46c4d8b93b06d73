import { analyteFamilies, analyteVocabulary, type AnalyteEntry, type AnalyteFamily } from './analyte-vocabulary.ts';

/** Words that a report adds to the name of what it tested for. */
const qualifiers = new Set(
  `urine ur u serum blood plasma saliva oral fluid hair screen screening scrn scr scn presumptive presence confirm confirmed confirmation conf
  definitive qualitative qual ql quantitative quant qn immunoassay ia lcms lc gcms gc ms tandem method cutoff cut off ng ml mg dl mass volume
  level result test drug poc in by with w only reflex rflx metabolite metabolites metab free total`.split(/\s+/),
);

/** Rows of a report that measure the specimen and are no drug. */
const validityMeasures = new Set(
  `creatinine creat specificgravity sg spgr ph oxidant oxidants nitrite nitrites glutaraldehyde temperature temp adulterants adulterant
  specimenvalidity validity bleach pcc pyridiniumchlorochromate`.split(/\s+/),
);

const medicationsForOpioidUse: ReadonlySet<string> = new Set(['BUP', 'NBUP', 'MTD', 'EDDP']);

const keyOf = (written: string): string =>
  written
    .normalize('NFKD')
    .replaceAll('α', 'alpha')
    .replaceAll('β', 'beta')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

const byKey: ReadonlyMap<string, AnalyteEntry> = new Map(
  analyteVocabulary.flatMap((entry) => [entry.code, entry.name, ...entry.names].map((name) => [keyOf(name), entry] as const)),
);

/** The name without the words that a report adds: 'Fentanyl [Presence] in Urine' and '6-MAM Screen, Urine' name a drug alone. */
const withoutQualifiers = (written: string): string =>
  written
    .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .split(/[^A-Za-z0-9αβ]+/)
    .filter((word) => word !== '' && !qualifiers.has(word.toLowerCase()))
    .join('');

/** Endings that name a class of drugs (USAN stems), for the many of each that have no entry. */
const stems: readonly (readonly [ending: string, code: string])[] = [
  ['fentanyl', 'FENX'],
  ['fentanil', 'FENX'],
  ['nitazene', 'NTZ'],
  ['azepam', 'DBZ'],
  ['azolam', 'DBZ'],
  ['barbital', 'BAR'],
];

/** The class of one drug by the ending of its name. Where other drugs are named beside it, it isn't one. */
function ofClass(written: string): AnalyteEntry | undefined {
  const words = written.toLowerCase().split(/[^a-z0-9]+/);
  const others = words.slice(0, -1);
  if (others.some((word) => word === 'and' || word === 'or' || byKey.has(word))) return undefined;
  const stem = stems.find(([ending]) => keyOf(withoutQualifiers(written)).endsWith(ending));
  return stem === undefined ? undefined : byKey.get(keyOf(stem[1]));
}

const withoutCutoff = (key: string): string => key.replace(/\d+$/, '');

const byCode: ReadonlyMap<string, AnalyteEntry> = new Map(analyteVocabulary.map((entry) => [entry.code, entry]));

function entryOf(written: string): AnalyteEntry | undefined {
  const coded = byCode.get(written);
  if (coded !== undefined) return coded;
  const [printed, plain] = [keyOf(written), keyOf(withoutQualifiers(written))];
  // A number at the end may be part of a name (K2), so it is taken for a cut-off only where the name as printed is unknown.
  return byKey.get(printed) ?? byKey.get(plain) ?? byKey.get(withoutCutoff(printed)) ?? byKey.get(withoutCutoff(plain)) ?? ofClass(written);
}

/** An analyte of the program's own carries its family in its code, so that no rule needs the program's list to know it. */
const own = new RegExp(`^(.+) \\((${analyteFamilies.join('|')})\\)$`);

/** The code of a drug that only this program has named: 'ZQ-7 (opioid)'. */
export const ownAnalyte = (name: string, family: AnalyteFamily): string => `${name.trim()} (${family})`;

/**
 * The code of the one entry that a code or name stands for, as cups, laboratories and people print it (program rule 1.10): case and punctuation
 * don't tell names apart, and trailing digits are a cut-off only where the name is unknown with them. Null where nobody knows it.
 */
export const analyteOf = (written: string): string | null => (own.test(written) ? written : (entryOf(written)?.code ?? null));

/** A longer name is words, and keeps the spaces between them. */
const codeLength = 12;

/** The same, or where nobody knows it the name as it was written, in capitals and without punctuation, so that one unknown code is asked about alone. */
export function analyteCode(written: string): string {
  const known = analyteOf(written);
  if (known !== null) return known;
  const parts = written
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return parts.join(parts.join('').length > codeLength ? ' ' : '');
}

export const isKnownAnalyte = (written: string): boolean => analyteOf(written) !== null;

/** What a drug belongs to, by any of its names; null where nobody knows the name. */
export const familyOf = (written: string): AnalyteFamily | null =>
  analyteFamilies.find((family) => family === own.exec(written)?.[2]) ?? entryOf(written)?.family ?? null;

/** Whether a row of a report measures the specimen, as creatinine does, and no drug. */
export const isValidityMeasure = (written: string): boolean =>
  validityMeasures.has(keyOf(written)) || validityMeasures.has(keyOf(withoutQualifiers(written)));

/** The codes that have a name of their own. */
export const analyteCodes: readonly string[] = analyteVocabulary.map(({ code }) => code);

/** What people call an analyte. One that nobody knows is its own name. */
export const analyteName = (written: string): string => (own.test(written) ? written : (entryOf(written)?.name ?? written));

export const isOpioid = (written: string): boolean => familyOf(written) === 'opioid';

export const isStimulant = (written: string): boolean => familyOf(written) === 'stimulant';

/** Whether the analyte shows a medication for opioid use disorder, whose absence is a matter of safety. */
export const showsOpioidMedication = (written: string): boolean => medicationsForOpioidUse.has(analyteCode(written));

/** The drugs that the body makes an analyte from: 6-MAM and codeine of morphine. */
export const parentsOf = (written: string): readonly string[] => entryOf(written)?.parents ?? [];
