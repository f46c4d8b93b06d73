import type { Day } from '#domain/calendar/calendar.ts';
import { chartNumberProblem } from './chart-numbers.ts';
import { chartNumberMessages, recordMessages } from './words.ts';
import type { ContactLine } from './contact-lines.ts';

/** Who a person is, as somebody typed it. */
export type Identity = {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly bornOn: Day | null;
  readonly chartNumber: string;
  readonly language: string | null;
  readonly interpreter: boolean | null;
};

export type RecordProblem = { readonly field: string; readonly message: string };

// As an import refuses them, so that what is written here can be written out and read again.
const formula = /^\s*[=+\-@]/;
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const textProblem = (text: string | null): string | null => {
  if (text === null) return null;
  if (formula.test(text)) return recordMessages.formula;
  return unseen.test(text) ? recordMessages.unseen : null;
};

/** What is wrong with names, birth date and chart number, each with its fix. A birth date may be unknown; it can't be in the future. */
export function identityProblems(identity: Identity, today: Day): readonly RecordProblem[] {
  const { firstName, lastName, preferredName, pronouns, language } = identity;
  const number = chartNumberProblem(identity.chartNumber);
  const found = [
    ...Object.entries({ firstName, lastName, preferredName, pronouns, language }).map(([field, text]) => ({
      field,
      message: textProblem(text),
    })),
    { field: 'bornOn', message: identity.bornOn !== null && identity.bornOn > today ? recordMessages.notYetBorn : null },
    { field: 'chartNumber', message: number === null ? null : chartNumberMessages[number] },
  ];
  return found.flatMap(({ field, message }) => (message === null ? [] : [{ field, message }]));
}

function valueProblem({ kind, value }: Pick<ContactLine, 'kind' | 'value'>): string | null {
  switch (kind) {
    case 'phone':
      return (value.match(/\d/g) ?? []).length >= 5 && /^[\d\s()+./x-]+$/i.test(value) ? null : recordMessages.phone;
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : recordMessages.email;
    case 'address':
      return textProblem(value.replaceAll('\n', ' '));
  }
  kind satisfies never;
}

/** What is wrong with the ways of reaching a client. Somebody else's number needs to say whose it is. */
export function contactProblems(lines: readonly ContactLine[]): readonly RecordProblem[] {
  return lines.flatMap((line, index) => {
    const value = valueProblem(line);
    const name = line.whose !== 'own' && (line.name ?? '').trim() === '' ? recordMessages.whose : textProblem(line.name);
    return [
      ...(value === null ? [] : [{ field: `contacts.${index}.value`, message: value }]),
      ...(name === null ? [] : [{ field: `contacts.${index}.name`, message: name }]),
    ];
  });
}
