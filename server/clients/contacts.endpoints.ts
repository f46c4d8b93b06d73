import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { recordContact } from './record-contact.command.ts';

/** Contacts with a client, and attempts at them. */
export const contacts: ProceduresOf<Contract['contacts']> = { record: recordContact };
