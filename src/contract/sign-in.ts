import * as z from 'zod/mini';
import { roles } from '#domain/people.ts';
import { endpoint } from './endpoint.ts';
import { Id, TimeZone, words } from './scalars.ts';

/** Who is signed in, and where. */
export const Me = z.object({
  staffId: Id,
  name: z.string(),
  role: z.enum(roles),
  organization: z.object({ name: z.string(), timeZone: z.string(), synthetic: z.boolean() }),
  idleMinutes: z.number(),
});
export type Me = z.infer<typeof Me>;

const Nothing = z.object({});

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

export const signIn = {
  enter: endpoint({
    method: 'POST',
    path: '/sign-in',
    input: z.strictObject({ email: z.string().check(z.maxLength(320)), password: z.string().check(z.maxLength(200)) }),
    output: Me,
    refuses: ['sign-in-refused', 'too-many-tries'],
  }),
  me: endpoint({ method: 'GET', path: '/me', input: z.strictObject({}), output: Me, refuses: [] }),
  lock: endpoint({ method: 'POST', path: '/lock', input: z.strictObject({}), output: Nothing, refuses: [] }),
  unlock: endpoint({
    method: 'POST',
    path: '/unlock',
    input: z.strictObject({ password: z.string().check(z.maxLength(200)) }),
    output: Me,
    refuses: ['sign-in-refused', 'too-many-tries'],
  }),
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
  leave: endpoint({ method: 'POST', path: '/sign-out', input: z.strictObject({}), output: Nothing, refuses: [] }),
};
