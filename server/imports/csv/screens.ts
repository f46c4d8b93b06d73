import { breathMost, breathProblem } from '#domain/drug-screens/breath-alcohol.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import {
  collectionOutcomes,
  specimenTypes,
  validities,
  type CollectionOutcome,
  type Result,
  type SpecimenType,
  type Validity,
} from '#domain/drug-screens/interpret.ts';
import type { Cells } from './cells.ts';
import { needed, optional, type Kind } from './kind.ts';

export type ScreenRow = {
  readonly key: string;
  readonly chartNumber: string;
  readonly on: Day;
  readonly at: string | null;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly specimen: SpecimenType | null;
  readonly validity: Validity | null;
  readonly validityReason: string | null;
  /** Null where nothing is said about watching. */
  readonly observed: boolean | null;
  readonly observedBy: string | null;
  /** g/210 L, from a breath device. */
  readonly breathAlcohol: number | null;
  readonly panel: string | null;
  readonly tested: readonly string[];
  /** Results that aren't negative. An analyte that was tested and isn't here is negative. */
  readonly others: ReadonlyMap<string, Exclude<Result, 'negative'>>;
};

/** Our columns of results, and what each says of the analytes in it. */
export const resultColumns = [
  ['positive', 'presumptive-positive'],
  ['confirmed', 'confirmed-positive'],
  ['not_confirmed', 'not-confirmed'],
  ['inconclusive', 'inconclusive'],
  ['pending', 'pending'],
] as const;

/**
 * Screens, one row a collection event. Analytes that were tested and are in no result column are negative; one that was not tested has no result:
 * it stays unknown. Refuses results of what was not tested or not collected, two results of one analyte, and a collection in the future.
 */
export const screens: Kind<ScreenRow> = {
  id: 'screens',
  name: 'screens',
  sign: 'screen_key',
  columns: [
    needed('screen_key', "The other system's key of the collection. It tells screens apart"),
    needed('chart_number', "The client's chart number"),
    needed('date', 'Day of the collection, or the day it was due'),
    optional('time', "Time of the collection, 24 hours, the clinic's clock"),
    needed('scheduled', 'yes where the testing schedule asked for it; no where it was for cause or outside the schedule'),
    needed('outcome', collectionOutcomes.join(', ')),
    optional('specimen', `${specimenTypes.join(', ')}. Needed where collected`),
    optional('validity', `${validities.join(', ')}. Needed where collected`),
    optional('validity_reason', 'For example leaked or low-volume'),
    optional('observed', 'yes or no, where collections are observed. Empty is not said'),
    optional('observed_by', 'Name of the member of staff who observed'),
    optional('breath_alcohol', 'g/210 L on a breath device, 0 to 0.6. Its result follows from it, so analytes and results are left empty'),
    optional('panel', "The panel's name in Cairn: all of its analytes were tested"),
    optional('analytes_tested', 'Codes of what was tested, AMP;BZO;COC. Instead of panel'),
    optional('positive', 'Codes of what was detected, not yet confirmed'),
    optional('confirmed', 'Codes that a laboratory confirmed'),
    optional('not_confirmed', 'Codes that a laboratory did not confirm'),
    optional('inconclusive', 'Codes that could not be read'),
    optional('pending', 'Codes still at the laboratory'),
  ],
  answers: resultColumns.map(([column]) => column),
  read: (cells, today) => {
    const key = cells.code('screen_key');
    const chartNumber = cells.code('chart_number', 40);
    const on = cells.day('date');
    const at = cells.time('time');
    const scheduled = cells.yes('scheduled');
    const outcome = cells.word('outcome', collectionOutcomes);
    const specimen = cells.word('specimen', specimenTypes);
    const said = cells.word('validity', validities);
    // A file without a column of validity has 'not-tested' in every row; it says nothing of a specimen that nobody gave.
    const validity = said === 'not-tested' && outcome !== 'collected' ? null : said;
    const validityReason = cells.note('validity_reason');
    const observed = cells.yes('observed');
    const observedBy = cells.text('observed_by');
    const breathAlcohol = cells.number('breath_alcohol', 0, breathMost);
    const panel = cells.text('panel');
    const tested = cells.analytes('analytes_tested');
    const others = resultsIn(cells, panel === null ? tested : null);
    if (on !== null && on > today) cells.wrong('date', { code: 'future-day' });
    if (outcome === 'collected') checkCollected(cells, { specimen, validity, panel, tested, breathAlcohol });
    else if (outcome !== null && (specimen ?? validity ?? panel ?? at ?? observed ?? observedBy ?? breathAlcohol) !== null)
      cells.wrong('outcome', { code: 'not-collected-with-results' });
    else if (outcome !== null && tested.length + others.size > 0) cells.wrong('outcome', { code: 'not-collected-with-results' });
    if (observedBy !== null && observed !== true) cells.wrong('observed_by', { code: 'observer-without-observation' });
    if (breathAlcohol !== null) checkBreath(cells, { specimen, at, panel, tested, breathAlcohol }, others.size);
    if (key === null || chartNumber === null || on === null || scheduled === null || outcome === null) return null;
    return {
      key,
      chartNumber,
      on,
      at,
      scheduled,
      outcome,
      specimen,
      validity,
      validityReason,
      observed,
      observedBy,
      breathAlcohol,
      panel,
      tested,
      others,
    };
  },
  keyOf: ({ key }) => key,
  onOf: ({ on, at }) => `${on} ${at ?? ''}`,
};

function resultsIn(cells: Cells, tested: readonly string[] | null): ScreenRow['others'] {
  const found = new Map<string, Exclude<Result, 'negative'>>();
  for (const [column, result] of resultColumns) {
    for (const analyte of cells.analytes(column)) {
      if (found.has(analyte)) cells.wrong(column, { code: 'two-results' });
      else if (tested !== null && !tested.includes(analyte)) cells.wrong(column, { code: 'analyte-not-tested' });
      found.set(analyte, result);
    }
  }
  return found;
}

function checkBreath(
  cells: Cells,
  row: Pick<ScreenRow, 'specimen' | 'at' | 'panel' | 'tested'> & { breathAlcohol: number },
  results: number,
): void {
  if (row.specimen !== 'breath-alcohol') cells.wrong('breath_alcohol', { code: 'breath-of-another' });
  if (row.at === null) cells.wrong('time', { code: 'breath-without-time' });
  if (row.panel !== null || row.tested.length + results > 0) cells.wrong('breath_alcohol', { code: 'breath-with-results' });
  if (breathProblem(row.breathAlcohol) === 'too-fine') cells.wrong('breath_alcohol', { code: 'breath-too-fine' });
}

function checkCollected(cells: Cells, row: Pick<ScreenRow, 'specimen' | 'validity' | 'panel' | 'tested' | 'breathAlcohol'>): void {
  if (row.specimen === null) cells.wrong('specimen', { code: 'collected-without' });
  if (row.validity === null) cells.wrong('validity', { code: 'collected-without' });
  if (row.panel === null && row.tested.length === 0 && row.breathAlcohol === null)
    cells.wrong('analytes_tested', { code: 'nothing-tested' });
  if (row.panel !== null && row.tested.length > 0) cells.wrong('panel', { code: 'panel-and-analytes' });
}
