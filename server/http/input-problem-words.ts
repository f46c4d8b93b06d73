import type * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

const kinds: Readonly<Record<string, string>> = {
  object: 'an object with its own fields, in braces',
  array: 'a list, in square brackets',
  string: 'text, in quotes',
  number: 'a number, without quotes',
  int: 'a whole number, without quotes',
  boolean: 'true or false, without quotes',
  record: 'an object of names and values, in braces',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'Write an id such as 0f8fad5b-d9cb-469f-a165-70867728950e.',
  email: 'Write an e-mail address.',
};

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1
    ? `Write ${String(values[0])}.`
    : `Choose one of ${values.length > 20 ? `${values.slice(0, 20).map(String).join(', ')} and ${values.length - 20} more` : values.map(String).join(', ')}.`;

const amounts = (origin: string, amount: unknown): string => {
  switch (origin) {
    case 'string':
      return `${String(amount)} ${amount === 1 ? 'character' : 'characters'}`;
    case 'array':
      return `${String(amount)} ${amount === 1 ? 'entry' : 'entries'}`;
    default:
      return String(amount);
  }
};

/** What is wrong with a value that the contract has no words of its own for, and how to mend it. The field is named beside it. */
export function inputProblemWords(issue: Issue): string {
  const left = issue.input === undefined;
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? 'another kind of value';
      if (left) return `This is missing. Write ${wanted}.`;
      return issue.input === null ? `This can’t be null. Write ${wanted}, or leave it out where it may be.` : `Write ${wanted}.`;
    }
    case 'invalid_value':
      return left ? `This is missing. ${oneOf(issue.values)}` : oneOf(issue.values);
    case 'too_big':
      return `${issue.origin === 'string' || issue.origin === 'array' ? 'Use' : 'Write'} at most ${amounts(issue.origin, issue.maximum)}.`;
    case 'too_small':
      return `${issue.origin === 'string' || issue.origin === 'array' ? 'Use' : 'Write'} at least ${amounts(issue.origin, issue.minimum)}.`;
    case 'not_multiple_of':
      return `Write a multiple of ${issue.divisor}.`;
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written as it has to be.';
    case 'invalid_union':
      return Array.isArray(issue['options']) ? oneOf(issue['options']) : 'This is none of the shapes that it may have.';
    case 'invalid_key':
    case 'invalid_element':
      return 'A name in here can’t be read. Leave it out.';
    case 'unrecognized_keys':
      return 'There is no such field. Leave it out.';
    case 'custom':
      return 'This can’t be as it is.';
  }
  return issue satisfies never;
}
