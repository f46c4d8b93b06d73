import { locations as entries } from '#contract/places.ts';
import { callsOf } from './client.ts';

export const locations = callsOf(entries);
