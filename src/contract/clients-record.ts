import * as z from 'zod/mini';
import { careStatuses, recordFields } from '#domain/clients/record.ts';
import { contactKinds, contactOwners, messageRules, type ContactLine } from '#domain/clients/contact-lines.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';

const ContactLineShown = z.object({
  whose: z.enum(contactOwners),
  name: z.nullable(z.string()),
  relation: z.nullable(z.string()),
  kind: z.enum(contactKinds),
  value: z.string(),
  message: z.enum(messageRules),
  preferred: z.boolean(),
}) satisfies z.ZodMiniType<ContactLine>;

/** Who a person is and how they are reached, as the chart says it, with who changed what last. */
export const ClientRecord = z.object({
  asOf: InstantOut,
  timeZone: z.string(),
  /** The chart that stands: another than was asked for where that one was merged into it. */
  clientId: ClientId,
  version: z.number(),
  name: z.string(),
  called: z.string(),
  age: z.nullable(z.number()),
  careStatus: z.enum(careStatuses),
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.nullable(z.string()),
  pronouns: z.nullable(z.string()),
  bornOn: z.nullable(DayOut),
  chartNumber: z.string(),
  language: z.nullable(z.string()),
  interpreter: z.nullable(z.boolean()),
  contacts: z.array(ContactLineShown),
  identifiers: z.array(z.object({ system: z.string(), value: z.string() })),
  changes: z.array(z.object({ field: z.enum(recordFields), by: z.string(), at: InstantOut, version: z.number() })),
  merged: z.array(z.object({ clientId: Id, chartNumber: z.string(), by: z.string(), at: InstantOut, why: z.string() })),
});
export type ClientRecord = z.infer<typeof ClientRecord>;

export const clientRecords = {
  record: endpoint({
    method: 'GET',
    path: '/clients/:clientId/record',
    input: z.strictObject({ clientId: ClientId }),
    output: ClientRecord,
    refuses: ['client-unknown'],
  }),
};
