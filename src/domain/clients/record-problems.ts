import type { Day } from '#domain/calendar/calendar.ts';
import { chartNumberProblem, type ChartNumberProblem } from './chart-numbers.ts';
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

/** What may be wrong with one field of a record, as the rules find it. */
export type RecordFault =
  | 'formula'
  | 'unseen'
  | 'nameless'
  | 'notYetBorn'
  | 'whose'
  | 'phone'
  | 'email'
  | 'identifierTwice'
  | `number-${ChartNumberProblem}`;

export type RecordProblem = { readonly field: string; readonly problem: RecordFault };

// As an import refuses them, so that what is written here can be written out and read again.
const formula = /^\s*[=+\-@]/;
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

const textProblem = (text: string | null): RecordFault | null => {
  if (text === null) return null;
  if (formula.test(text)) return 'formula';
  return unseen.test(text) ? 'unseen' : null;
};

/** What is wrong with names, birth date and chart number. One name is enough. A birth date may be unknown; it can't be in the future. */
export function identityProblems(identity: Identity, today: Day): readonly RecordProblem[] {
  const { firstName, lastName, preferredName, pronouns, language } = identity;
  const number = chartNumberProblem(identity.chartNumber);
  const found: readonly { readonly field: string; readonly problem: RecordFault | null }[] = [
    ...Object.entries({ firstName, lastName, preferredName, pronouns, language }).map(([field, text]) => ({
      field,
      problem: textProblem(text),
    })),
    { field: 'firstName', problem: firstName.trim() === '' && lastName.trim() === '' ? 'nameless' : null },
    { field: 'bornOn', problem: identity.bornOn !== null && identity.bornOn > today ? 'notYetBorn' : null },
    { field: 'chartNumber', problem: number === null ? null : `number-${number}` },
  ];
  return found.flatMap(({ field, problem }) => (problem === null ? [] : [{ field, problem }]));
}

function valueProblem({ kind, value }: Pick<ContactLine, 'kind' | 'value'>): RecordFault | null {
  switch (kind) {
    case 'phone':
      return (value.match(/\d/g) ?? []).length >= 5 && /^[\d\s()+./x-]+$/i.test(value) ? null : 'phone';
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'email';
    case 'address':
      return textProblem(value.replaceAll('\n', ' '));
  }
  kind satisfies never;
}

/** What is wrong with the ways of reaching a client. Somebody else's number needs to say whose it is. */
export function contactProblems(lines: readonly ContactLine[]): readonly RecordProblem[] {
  return lines.flatMap((line, index) => {
    const value = valueProblem(line);
    const name = line.whose !== 'own' && (line.name ?? '').trim() === '' ? 'whose' : textProblem(line.name);
    return [
      ...(value === null ? [] : [{ field: `contacts.${index}.value`, problem: value }]),
      ...(name === null ? [] : [{ field: `contacts.${index}.name`, problem: name }]),
    ];
  });
}

/** The identifiers of other systems that are here a second time. */
export const identifierProblems = (
  identifiers: readonly { readonly system: string; readonly value: string }[],
): readonly RecordProblem[] => {
  const keys = identifiers.map(({ system, value }) => `${system} ${value}`.toLowerCase());
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [{ field: `identifiers.${index}.value`, problem: 'identifierTwice' as const }],
  );
};
