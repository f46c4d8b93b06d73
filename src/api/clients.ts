import { clients as entries } from '#contract/clients.ts';
import { callsOf } from './client.ts';

export const clients = callsOf(entries);
