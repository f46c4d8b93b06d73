import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { TimeZone, words } from './scalars.ts';

const Token = z.string().check(z.minLength(1), z.maxLength(100));
const leastPassword = 12;

/** A password that somebody chooses. Long is what counts; which characters is up to them. */
const NewPassword = z
  .string()
  .check(
    z.minLength(leastPassword, { error: `Use at least ${leastPassword} characters. A few words are good.` }),
    z.maxLength(200, { error: 'Use at most 200 characters.' }),
  );

/** What the first administrator says of their clinic and of themselves. */
const FirstSetUp = z.strictObject({
  organization: words(120),
  timeZone: TimeZone,
  program: words(120),
  site: words(120),
  name: words(120),
  email: z.string().check(z.trim(), z.maxLength(320), z.email({ error: 'Write an e-mail address.' })),
});

/** One-time links that let somebody in. They are signing in too, asked by a page of their own. */
export const links = {
  /** What a one-time link is for. An unknown, a used and an expired one are answered alike. */
  link: endpoint({
    method: 'POST',
    path: '/links',
    input: z.strictObject({ token: Token }),
    output: z.object({ kind: z.enum(['first', 'invitation']), name: z.nullable(z.string()), email: z.nullable(z.string()) }),
    refuses: ['link-unknown'],
  }),
  accept: endpoint({
    method: 'POST',
    path: '/links/accept',
    input: z.strictObject({ token: Token, password: NewPassword, first: z.optional(FirstSetUp) }),
    output: z.object({ email: z.string() }),
    refuses: ['link-unknown'],
  }),
};
