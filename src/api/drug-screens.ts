import { drugScreens as entries } from '#contract/drug-screens.ts';
import { callsOf } from './client.ts';

export const drugScreens = callsOf(entries);
