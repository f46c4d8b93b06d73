import type { Medication } from './expectation.ts';

/** 'Buprenorphine 12 mg' */
export const medicationNow = ({ name, dose }: Medication): string =>
  [name.slice(0, 1).toUpperCase() + name.slice(1), dose].filter(Boolean).join(' ');
