import type { SpecimenType } from './interpret.ts';

/** What a device or a laboratory order tests for, in the order printed on it. */
type Panel = { readonly name: string; readonly specimen: SpecimenType; readonly analytes: readonly string[] };

/**
 * The panels that a new program starts with, so that a cup can be read on its first evening: a common twelve-strip cup, the same
 * substances with alcohol's markers at the laboratory, and a breath device. A program changes them to what its boxes say.
 */
export const defaultPanels: readonly Panel[] = [
  {
    name: '12-panel cup',
    specimen: 'urine-cup',
    analytes: ['AMP', 'BAR', 'BUP', 'BZO', 'COC', 'FEN', 'MDMA', 'MET', 'MTD', 'OPI', 'OXY', 'THC'],
  },
  {
    name: 'Laboratory urine panel',
    specimen: 'urine-lab',
    analytes: ['AMP', 'BUP', 'BZO', 'COC', 'EDDP', 'ETG', 'ETS', 'FEN', 'MET', 'MOR', 'MTD', 'NBUP', 'OXY', 'THC', 'TRA'],
  },
  { name: 'Breath device', specimen: 'breath-alcohol', analytes: ['ALC'] },
];
