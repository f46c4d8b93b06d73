import { screenSlots as entries } from '#contract/screen-plans-slots.ts';
import { callsOf } from './client.ts';

export const screenSlots = callsOf(entries);
