import { places as entries } from '#contract/places.ts';
import { callsOf } from './client.ts';

export const places = callsOf(entries);
