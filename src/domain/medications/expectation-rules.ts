import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { ExpectationRule } from './expectation.ts';

const urine: readonly SpecimenType[] = ['urine-cup', 'urine-lab'];

type Row = readonly [
  names: readonly string[],
  analytes: readonly string[],
  specimens: readonly SpecimenType[],
  expectation: ExpectationRule['expectation'],
  appears: number,
  clears: number,
];

// Days are cautious: a medication is asked for only once it shows in nearly everybody, and may still show for as long as it has been seen to.
const rows: readonly Row[] = [
  [['buprenorphine', 'suboxone', 'subutex', 'zubsolv'], ['BUP'], ['urine-cup', 'urine-lab', 'oral-fluid'], 'should-show', 2, 10],
  [['buprenorphine', 'suboxone', 'subutex', 'zubsolv'], ['NBUP'], ['urine-lab'], 'should-show', 3, 10],
  [['sublocade', 'brixadi'], ['BUP'], urine, 'should-show', 2, 180],
  [['sublocade', 'brixadi'], ['NBUP'], ['urine-lab'], 'should-show', 3, 180],
  [['methadone'], ['MTD'], ['urine-cup', 'urine-lab', 'oral-fluid'], 'should-show', 2, 7],
  [['methadone'], ['EDDP'], urine, 'should-show', 3, 7],
  [['amphetamine', 'adderall', 'dextroamphetamine', 'lisdexamfetamine', 'vyvanse'], ['AMP'], urine, 'should-show', 1, 4],
  [['lorazepam', 'ativan', 'clonazepam', 'klonopin'], ['BZO'], urine, 'may-show', 1, 10],
  [['diazepam', 'valium'], ['BZO'], urine, 'should-show', 2, 30],
  [['alprazolam', 'xanax'], ['BZO'], urine, 'may-show', 1, 5],
  [['oxycodone', 'percocet'], ['OXY'], urine, 'should-show', 1, 4],
  [['morphine', 'codeine'], ['OPI'], urine, 'should-show', 1, 4],
  [['morphine', 'codeine'], ['MOR'], ['urine-lab'], 'may-show', 1, 4],
  [['codeine'], ['COD'], ['urine-lab'], 'should-show', 1, 4],
  [['hydrocodone'], ['HYC'], ['urine-lab'], 'should-show', 1, 4],
  [['hydrocodone', 'hydromorphone'], ['HYM'], ['urine-lab'], 'may-show', 1, 4],
  [['hydrocodone', 'hydromorphone'], ['OPI'], urine, 'may-show', 1, 4],
  [['tramadol'], ['TRA'], urine, 'should-show', 1, 5],
  [['phenobarbital'], ['BAR'], urine, 'should-show', 2, 30],
  [['butalbital', 'fioricet'], ['BAR'], urine, 'may-show', 1, 10],
  [['dronabinol'], ['THC'], urine, 'should-show', 3, 35],
  [['gabapentin'], ['GAB'], ['urine-lab'], 'should-show', 1, 4],
];

/**
 * The map a new program starts with. Cups often miss lorazepam and clonazepam, so those only may show.
 * Naltrexone, acamprosate and disulfiram show on no panel and have no row.
 */
export const defaultExpectationRules: readonly ExpectationRule[] = rows.flatMap(
  ([names, analytes, specimens, expectation, appearsAfterDays, clearsAfterDays]) =>
    names.flatMap((medication) =>
      analytes.flatMap((analyte) =>
        specimens.map((specimen) => ({ medication, analyte, specimen, panelId: null, expectation, appearsAfterDays, clearsAfterDays })),
      ),
    ),
);
