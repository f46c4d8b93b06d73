import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { ExpectationRule } from './expectation.ts';

const urine: readonly SpecimenType[] = ['urine-cup', 'urine-lab'];
const lab: readonly SpecimenType[] = ['urine-lab'];
const swab: readonly SpecimenType[] = ['urine-cup', 'urine-lab', 'oral-fluid'];

type Stated = readonly [
  names: string,
  analytes: string,
  specimens: readonly SpecimenType[],
  expectation: ExpectationRule['expectation'],
  appears: number,
  clears: number,
];

// Days are cautious: a medication is asked for only when it shows in nearly everybody, and may still show for as long as it has been seen to.
const stated: readonly Stated[] = [
  ['buprenorphine', 'BUP', swab, 'should-show', 2, 10],
  ['buprenorphine', 'NBUP', lab, 'should-show', 3, 10],
  ['buprenorphine, extended-release', 'BUP', urine, 'should-show', 2, 180],
  ['buprenorphine, extended-release', 'NBUP', lab, 'should-show', 3, 180],
  ['methadone', 'MTD', swab, 'should-show', 2, 7],
  ['methadone', 'EDDP', urine, 'should-show', 3, 7],
  ['amphetamine', 'AMP', urine, 'should-show', 1, 4],
  ['methamphetamine', 'MET', urine, 'should-show', 1, 4],
  ['diazepam', 'BZO', urine, 'should-show', 2, 30],
  ['oxycodone', 'OXY', urine, 'should-show', 1, 4],
  ['morphine | codeine', 'OPI', urine, 'should-show', 1, 4],
  ['codeine', 'COD', lab, 'should-show', 1, 4],
  ['hydrocodone', 'HYC', lab, 'should-show', 1, 4],
  ['fentanyl', 'FEN NFEN', lab, 'should-show', 2, 30],
  ['tramadol', 'TRA', urine, 'should-show', 1, 5],
  ['phenobarbital', 'BAR', urine, 'should-show', 2, 30],
  ['dronabinol', 'THC', urine, 'should-show', 3, 35],
  ['gabapentin', 'GAB', lab, 'should-show', 1, 4],
  // An opiate strip sees these more or less; the strip for oxycodone sees oxymorphone too, which a laboratory tells apart.
  ['hydrocodone | hydromorphone', 'MOR', ['urine-cup', 'oral-fluid'], 'may-show', 1, 4],
  ['oxymorphone', 'OXY', ['urine-cup', 'oral-fluid'], 'may-show', 1, 4],
];

type Seen = readonly [names: string, analytes: string, clears: number];

/**
 * The drug and what the body makes of it, as assays report them: each may show where nothing is stated above. What only looks like
 * it to an assay is no row here but a cross-reaction, which explains nothing.
 */
const seen: readonly Seen[] = [
  ['buprenorphine', 'BUP NBUP NLX', 10],
  ['buprenorphine, extended-release', 'BUP NBUP', 180],
  ['buprenorphine, low dose for pain', 'BUP NBUP', 10],
  ['methadone', 'MTD EDDP', 7],
  ['naltrexone', 'NTX', 4],
  ['naltrexone, extended-release', 'NTX', 60],
  ['naloxone', 'NLX', 3],
  ['oxycodone', 'OXY NOXY OXM NOXM OPD', 4],
  ['oxymorphone', 'OXM NOXM OPD', 4],
  ['hydrocodone', 'HYC NHYC HYM DHC OPI OPD', 4],
  ['hydromorphone', 'HYM OPI OPD', 4],
  ['morphine', 'OPI MOR HYM OPD', 4],
  ['codeine', 'OPI COD NCOD MOR HYC HYM OPD', 4],
  ['dihydrocodeine', 'DHC OPI OPD', 4],
  ['opium', 'OPI MOR COD OPD', 4],
  ['fentanyl', 'FEN NFEN OPD', 30],
  ['tramadol', 'TRA ODMT OPD', 5],
  ['tapentadol', 'TAP NTAP OPD', 4],
  ['meperidine', 'MEP NMEP OPD', 5],
  ['pentazocine', 'PTZ OPD', 4],
  ['butorphanol', 'BTR OPD', 4],
  ['nalbuphine', 'NALB OPD', 4],
  ['levorphanol', 'LVR OPD', 4],
  ['amphetamine', 'AMP', 4],
  ['methamphetamine | benzphetamine', 'MET AMP', 4],
  ['methylphenidate', 'MPH', 3],
  ['phentermine', 'PHEN', 4],
  ['modafinil', 'MOD', 4],
  ['alprazolam', 'BZO ALP AHA', 5],
  ['lorazepam', 'BZO LOR', 10],
  ['clonazepam', 'BZO CLO 7ACL', 10],
  ['diazepam', 'BZO DIA NORD OXA TEM', 30],
  ['chlordiazepoxide', 'BZO CDX NORD OXA', 30],
  ['clorazepate', 'BZO NORD OXA', 30],
  ['temazepam', 'BZO TEM OXA', 7],
  ['oxazepam', 'BZO OXA', 7],
  ['triazolam', 'BZO TRZM', 3],
  ['midazolam', 'BZO MID', 3],
  ['flurazepam', 'BZO FLZ', 14],
  ['estazolam', 'BZO', 5],
  ['quazepam', 'BZO FLZ', 14],
  ['clobazam', 'BZO CLB', 14],
  ['phenobarbital | primidone', 'BAR PHB', 30],
  ['butalbital', 'BAR BUTL', 10],
  ['secobarbital', 'BAR SEC', 6],
  ['gabapentin', 'GAB', 4],
  ['pregabalin', 'PGB', 4],
  ['carisoprodol', 'CAR MPB', 7],
  ['meprobamate', 'MPB', 7],
  ['zolpidem', 'ZOL', 3],
  ['eszopiclone', 'ZOP', 3],
  ['sodium oxybate', 'GHB', 1],
  ['dronabinol', 'THC', 35],
  ['ketamine', 'KET NKET', 7],
  ['tricyclic antidepressant', 'TCA', 10],
  ['cyclobenzaprine', 'CYC', 5],
  ['dextromethorphan', 'DXM', 4],
  ['nicotine replacement', 'COT', 7],
  ['bupropion', 'BPP', 5],
  ['trazodone', 'TZD', 4],
  ['quetiapine', 'QTP', 4],
  ['diphenhydramine', 'DPH', 3],
];

const each = (text: string, separator: string): readonly string[] => text.split(separator);

const fromStated = stated.flatMap(([names, analytes, specimens, expectation, appearsAfterDays, clearsAfterDays]) =>
  each(names, ' | ').flatMap((medication) =>
    each(analytes, ' ').flatMap((analyte) =>
      specimens.map((specimen): ExpectationRule => ({
        medication,
        analyte,
        specimen,
        panelId: null,
        expectation,
        appearsAfterDays,
        clearsAfterDays,
      })),
    ),
  ),
);

const key = ({ medication, analyte, specimen }: Pick<ExpectationRule, 'medication' | 'analyte' | 'specimen'>): string =>
  `${medication}/${analyte}/${specimen}`;

const taken = new Set(fromStated.map(key));

const fromSeen = seen.flatMap(([names, analytes, clears]) =>
  each(names, ' | ').flatMap((medication) =>
    each(analytes, ' ').flatMap((analyte) =>
      urine
        .filter((specimen) => !taken.has(key({ medication, analyte, specimen })))
        .map((specimen): ExpectationRule => ({
          medication,
          analyte,
          specimen,
          panelId: null,
          expectation: 'may-show',
          appearsAfterDays: 0,
          clearsAfterDays: clears,
        })),
    ),
  ),
);

/**
 * What medications make analytes show before a program has said anything else (ASAM 2017; clinical.md 1.5 and 1.6). Cups often miss lorazepam and
 * clonazepam, so those only may show. A medication of the vocabulary that isn't here shows on no panel.
 */
export const defaultExpectationRules: readonly ExpectationRule[] = [...fromStated, ...fromSeen];
