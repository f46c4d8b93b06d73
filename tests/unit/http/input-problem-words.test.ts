import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inputProblemWords } from '#server/http/input-problem-words.ts';

const said = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  z.safeParse(z.object({ field: schema }), value === undefined ? {} : { field: value }, { error: inputProblemWords }).error?.issues[0]
    ?.message;

test.each<[string, z.ZodMiniType, unknown, string]>([
  [
    'null for an object',
    z.object({}),
    null,
    'This can’t be null. Write an object with its own fields, in braces, or leave it out where it may be.',
  ],
  ['nothing for an object', z.object({}), undefined, 'This is missing. Write an object with its own fields, in braces.'],
  ['text for an object', z.object({}), 'x', 'Write an object with its own fields, in braces.'],
  ['a number for text', z.string(), 3, 'Write text, in quotes.'],
  ['text for a number', z.number(), '3', 'Write a number, without quotes.'],
  ['a fraction for a whole number', z.int(), 1.5, 'Write a whole number, without quotes.'],
  ['text for yes or no', z.boolean(), 'yes', 'Write true or false, without quotes.'],
  ['an object for a list', z.array(z.string()), {}, 'Write a list, in square brackets.'],
  ['a word that is none of the choices', z.enum(['stay', 'move']), 'go', 'Choose one of stay, move.'],
  ['no choice', z.enum(['stay', 'move']), undefined, 'This is missing. Choose one of stay, move.'],
  ['another word than the only one', z.literal('now'), 'then', 'Write now.'],
  ['too long a text', z.string().check(z.maxLength(3)), 'abcd', 'Use at most 3 characters.'],
  ['too short a text', z.string().check(z.minLength(1)), '', 'Use at least 1 character.'],
  ['too long a list', z.array(z.string()).check(z.maxLength(1)), ['a', 'b'], 'Use at most 1 entry.'],
  ['too small a number', z.number().check(z.gte(1)), 0, 'Write at least 1.'],
  ['too large a number', z.number().check(z.lte(9)), 10, 'Write at most 9.'],
  ['no multiple', z.number().check(z.multipleOf(0.5)), 0.3, 'Write a multiple of 0.5.'],
  ['no id', z.uuid(), 'x', 'Write an id such as 0f8fad5b-d9cb-469f-a165-70867728950e.'],
  ['none of two shapes', z.union([z.string(), z.number()]), true, 'This is none of the shapes that it may have.'],
  [
    'an unknown kind',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
    { kind: 'c' },
    'Choose one of a, b.',
  ],
  ['words of the contract itself', z.string({ error: 'Write something here.' }), null, 'Write something here.'],
])('%s is refused in words that say the fix', (_, schema, value, words) => expect(said(schema, value)).toBe(words));
