import { screenSlots as entries } from '#contract/screen-slots.ts';
import { callsOf } from './client.ts';

export const screenSlots = callsOf(entries);
