import type { Selectable } from 'kysely';
import type { Identity } from '#domain/clients/record-problems.ts';
import { identityFields, type RecordField } from '#domain/clients/record.ts';
import type { Tables } from '#server/database/pool.ts';

/** What one field of a record was and became. */
export type RecordChange = { readonly field: RecordField; readonly was: unknown; readonly became: unknown };

type Stored = Pick<
  Selectable<Tables['client']>,
  'first_name' | 'last_name' | 'preferred_name' | 'pronouns' | 'born_on' | 'chart_number' | 'language' | 'interpreter'
>;

export const recordIdentityOf = (client: Stored): Identity => ({
  firstName: client.first_name,
  lastName: client.last_name,
  preferredName: client.preferred_name,
  pronouns: client.pronouns,
  bornOn: client.born_on,
  chartNumber: client.chart_number,
  language: client.language,
  interpreter: client.interpreter,
});

/** The fields that differ, with what each was and becomes. */
export const identityChanges = (was: Identity, next: Identity): readonly RecordChange[] =>
  identityFields.filter((field) => was[field] !== next[field]).map((field) => ({ field, was: was[field], became: next[field] }));
