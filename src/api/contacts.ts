import { contacts as entries } from '#contract/clients-contacts.ts';
import { callsOf } from './client.ts';

export const contacts = callsOf(entries);
