import { contacts as entries } from '#contract/contacts.ts';
import { callsOf } from './client.ts';

export const contacts = callsOf(entries);
