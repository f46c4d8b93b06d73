import type { ClientRecord } from '#contract/clients-record.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import type { Identity } from '#domain/clients/record-problems.ts';
import { identityFields, type IdentityField } from '#domain/clients/record.ts';

/** Who somebody is, as it stands in a form: what isn't known is empty. */
export type IdentityDraft = Readonly<Record<IdentityField, string>>;

export const emptyIdentity: IdentityDraft = {
  firstName: '',
  lastName: '',
  preferredName: '',
  pronouns: '',
  bornOn: '',
  chartNumber: '',
  language: '',
  interpreter: '',
};

export const draftOf = (record: Pick<ClientRecord, IdentityField>): IdentityDraft => ({
  firstName: record.firstName,
  lastName: record.lastName,
  preferredName: record.preferredName ?? '',
  pronouns: record.pronouns ?? '',
  bornOn: record.bornOn ?? '',
  chartNumber: record.chartNumber,
  language: record.language ?? '',
  interpreter: record.interpreter === null ? '' : record.interpreter ? 'yes' : 'no',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const identityFrom = (draft: IdentityDraft): Identity => ({
  firstName: draft.firstName,
  lastName: draft.lastName,
  preferredName: orNull(draft.preferredName),
  pronouns: orNull(draft.pronouns),
  bornOn: dayFrom(draft.bornOn),
  chartNumber: draft.chartNumber,
  language: orNull(draft.language),
  interpreter: draft.interpreter === '' ? null : draft.interpreter === 'yes',
});

/** What somebody else made of a field that was being typed in. */
export type Theirs = { readonly field: IdentityField; readonly value: string };

/**
 * What was typed, carried over to what the chart says now: untouched fields take the new value, touched ones keep what was typed.
 * `theirs` are the fields that both changed, and differently.
 */
export function carriedOver(typed: IdentityDraft, base: IdentityDraft, now: IdentityDraft): { draft: IdentityDraft; theirs: Theirs[] } {
  const kept = identityFields.filter((field) => typed[field] !== base[field]);
  const draft = { ...now, ...Object.fromEntries(kept.map((field) => [field, typed[field]])) };
  const theirs = kept
    .filter((field) => now[field] !== base[field] && now[field] !== typed[field])
    .map((field) => ({ field, value: now[field] }));
  return { draft, theirs };
}
