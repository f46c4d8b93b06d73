import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { contactProblems, identityProblems } from '#domain/clients/record-problems.ts';
import { recordMessages } from '#domain/clients/words.ts';
import type { ContactLine } from '#domain/clients/contact-lines.ts';
import type { Context, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { claimNumber } from './chart-numbers.guards.ts';

/** Writes a chart for somebody who has none. There is no episode yet: the staff of the program that wrote it can open it. */
export const add: ProceduresOf<Contract['clients']>['add'] = async (input, context) => {
  const { db, actor, now, zone, record } = context;
  const problems = [...identityProblems(input, dayAt(now, zone)), ...contactProblems(input.contacts)];
  if (problems.length > 0) throw new Refusal('input-invalid', undefined, problems);
  const works = await db
    .selectFrom('staff_program')
    .select('program_id')
    .where('staff_id', '=', actor.staffId)
    .where('program_id', '=', input.programId)
    .executeTakeFirst();
  if (works === undefined) throw refuseField('programId', recordMessages.noProgram);
  await claimNumber(input.chartNumber, 'chartNumber', null, context);
  const { id } = await db
    .insertInto('client')
    .values({
      organization_id: actor.organizationId,
      chart_number: input.chartNumber,
      first_name: input.firstName,
      last_name: input.lastName,
      preferred_name: input.preferredName,
      pronouns: input.pronouns,
      born_on: input.bornOn,
      language: input.language,
      interpreter: input.interpreter,
      superseded_by: null,
      intake_program_id: input.programId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeContacts(id, input.contacts, context);
  await record.changed('clients', [id]);
  return { clientId: id };
};

/** Writes the ways of reaching a client, in their order. A client's own line has nobody else's name on it. */
export async function writeContacts(
  clientId: string,
  lines: readonly ContactLine[],
  { db, actor }: Pick<Context, 'db' | 'actor'>,
): Promise<void> {
  if (lines.length === 0) return;
  await db
    .insertInto('contact_line')
    .values(
      lines.map((line, position) => ({
        ...line,
        ...(line.whose === 'own' ? { name: null, relation: null } : {}),
        organization_id: actor.organizationId,
        client_id: clientId,
        position,
      })),
    )
    .execute();
}
