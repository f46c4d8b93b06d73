import { addDays, type Day } from '#domain/calendar/calendar.ts';
import { medicationsIn } from './medication-names.ts';
import type { Medication } from './expectation.ts';

/** What can look like a drug to an immunoassay without being it. */
type CrossReaction = { readonly analytes: readonly string[]; readonly medications: readonly string[]; readonly source: string };

/**
 * Hints and nothing more (program rule 1.5): the finding stays unexpected and presumptive and opens everything that it opens. Sources as clinical.md 1.5
 * names them; recalled ones depend on the assay.
 */
export const crossReactions: readonly CrossReaction[] = [
  {
    analytes: ['AMP', 'MET'],
    medications: ['bupropion', 'trazodone', 'labetalol', 'pseudoephedrine', 'ranitidine', 'selegiline', 'promethazine'],
    source: 'F42, F43',
  },
  { analytes: ['OPI', 'MOR'], medications: ['quinolone antibiotic', 'rifampin'], source: 'recalled' },
  { analytes: ['FEN', 'NFEN'], medications: ['labetalol', 'trazodone', 'risperidone', 'tramadol'], source: 'recalled, by assay' },
  { analytes: ['BUP'], medications: ['morphine', 'codeine', 'tramadol', 'hydroxychloroquine'], source: 'F42' },
  { analytes: ['MTD'], medications: ['quetiapine', 'diphenhydramine', 'doxylamine'], source: 'F42' },
  { analytes: ['BZO'], medications: ['sertraline', 'oxaprozin'], source: 'F42, F43' },
  { analytes: ['THC'], medications: ['efavirenz', 'omeprazole', 'cannabidiol'], source: 'recalled' },
  { analytes: ['PCP'], medications: ['dextromethorphan', 'venlafaxine', 'lamotrigine', 'tramadol', 'doxylamine'], source: 'F42' },
];

/** Days after the last dose for which a medication is still thought of. */
const daysAfter = 7;

/** Which medications of the list can make an immunoassay show this analyte without being it, as they are written there. */
export function crossReactionsWith(analyte: string, medications: readonly Medication[], on: Day): readonly string[] {
  const looking = new Set(crossReactions.filter(({ analytes }) => analytes.includes(analyte)).flatMap((one) => one.medications));
  return medications
    .filter(({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || on <= addDays(endedOn, daysAfter)))
    .filter(({ name }) => medicationsIn(name).some((entry) => looking.has(entry)))
    .map(({ name }) => name);
}
