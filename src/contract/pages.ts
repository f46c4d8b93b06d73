import * as z from 'zod/mini';
import { ClientId, Id, words } from './scalars.ts';

/** Where a page of clients by name ended: the next one begins behind it. It holds a name, so it travels in a body and never in an address. */
export const NamePosition = { name: z.string().check(z.maxLength(1000)), clientId: ClientId };

/** Who is looked for in a session, by any part of a name or by chart number, and behind whom the search goes on. */
export const Sought = z.strictObject({ sessionId: Id, search: words(80), after: z.optional(z.strictObject(NamePosition)) });
export type SoughtRequested = z.output<typeof Sought>;
export const soughtNext = z.nullable(z.object(NamePosition));
