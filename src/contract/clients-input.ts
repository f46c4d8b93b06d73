import * as z from 'zod/mini';
import { careStatuses } from '#domain/clients/record.ts';
import { contactKinds, contactOwners, messageRules, type ContactLine } from '#domain/clients/contact-lines.ts';
import { likenesses } from '#domain/clients/duplicates.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, DayText, Id, words } from './scalars.ts';

const orNull = (most: number) => z.nullable(words(most));

const ContactGiven = z.strictObject({
  whose: z.enum(contactOwners),
  name: orNull(200),
  relation: orNull(60),
  kind: z.enum(contactKinds),
  value: words(300),
  message: z.enum(messageRules),
  preferred: z.boolean(),
}) satisfies z.ZodMiniType<ContactLine>;
const Contacts = z.array(ContactGiven).check(z.maxLength(20, { error: 'Keep at most 20 ways of reaching somebody.' }));

const Identifiers = z
  .array(z.strictObject({ system: words(60), value: words(60) }))
  .check(z.maxLength(20, { error: 'Keep at most 20 numbers.' }));

/** Either name may be empty: some people have one. */
const typed = z.string().check(z.trim(), z.maxLength(200, { error: 'Use at most 200 characters.' }));

const identity = {
  firstName: typed,
  lastName: typed,
  preferredName: orNull(200),
  pronouns: orNull(40),
  bornOn: z.nullable(DayText),
  chartNumber: words(40),
  language: orNull(60),
  interpreter: z.nullable(z.boolean()),
};

/** Somebody whose chart may be here already. */
export const DuplicateShown = z.object({
  clientId: ClientId,
  name: z.string(),
  chartNumber: z.string(),
  bornOn: z.nullable(DayOut),
  careStatus: z.enum(careStatuses),
  likeness: z.enum(likenesses),
});
export type DuplicateShown = z.infer<typeof DuplicateShown>;

const Named = z.object({ id: Id, name: z.string() });

export const clientWriting = {
  /** What the list can be narrowed by and a new chart can be written with: the programs that this person works in, and what is in them. */
  choices: endpoint({
    method: 'GET',
    path: '/clients/choices',
    input: z.strictObject({}),
    output: z.object({
      today: DayOut,
      programs: z.array(z.object({ id: Id, name: z.string(), adolescent: z.boolean() })),
      sites: z.array(Named),
      groups: z.array(z.object({ id: Id, name: z.string(), programId: Id })),
      therapists: z.array(Named),
      phases: z.array(z.number()),
      nextChartNumber: z.nullable(z.string()),
    }),
    refuses: [],
  }),
  /** Asked while a name is typed. The body keeps it out of addresses. */
  duplicates: endpoint({
    method: 'POST',
    path: '/clients/duplicates',
    input: z.strictObject({
      firstName: typed,
      lastName: typed,
      preferredName: z.nullable(typed),
      bornOn: z.nullable(DayText),
      chartNumber: typed,
      except: z.optional(ClientId),
    }),
    output: z.object({ duplicates: z.array(DuplicateShown), numberTaken: z.boolean() }),
    refuses: ['input-invalid'],
  }),
  add: endpoint({
    method: 'POST',
    path: '/clients',
    input: z.strictObject({ ...identity, programId: Id, contacts: Contacts }),
    output: z.object({ clientId: ClientId }),
    refuses: ['input-invalid'],
    idempotent: true,
  }),
  /** Each part is given whole, or left out where it stays as it is. */
  amend: endpoint({
    method: 'POST',
    path: '/clients/:clientId/record',
    input: z.strictObject({
      clientId: ClientId,
      identity: z.optional(z.strictObject(identity)),
      contacts: z.optional(Contacts),
      identifiers: z.optional(Identifiers),
    }),
    output: z.object({ version: z.number() }),
    refuses: ['input-invalid', 'client-unknown', 'stale'],
    idempotent: true,
    versioned: true,
  }),
};
