import * as z from 'zod/mini';
import { roles } from '#domain/people/roles.ts';
import { capabilities } from './capabilities.ts';
import { endpoint } from './endpoint.ts';
import { Id, InstantOut } from './scalars.ts';

/** The pages that the navigation may lead to. */
export const navigationPages = ['today', 'clients', 'sessions', 'lab', 'cohort', 'imports'] as const;
export type NavigationPage = (typeof navigationPages)[number];

/** Who is signed in, and where; what they may do, where their day starts, and the pages of their navigation in its order. */
export const Me = z.object({
  asOf: InstantOut,
  staffId: Id,
  name: z.string(),
  role: z.enum(roles),
  capabilities: z.array(z.enum(capabilities)),
  home: z.enum(['/today', '/sessions', '/cohort', '/welcome']),
  pages: z.array(z.enum(navigationPages)),
  organization: z.object({ name: z.string(), timeZone: z.string(), synthetic: z.boolean() }),
  idleMinutes: z.number(),
});
export type Me = z.infer<typeof Me>;

const Nothing = z.object({});

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
  leave: endpoint({ method: 'POST', path: '/sign-out', input: z.strictObject({}), output: Nothing, refuses: [] }),
};
