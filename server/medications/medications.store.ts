import type { Day } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { RowSeen } from './medications.guards.ts';

type Row = { name: string; dose: string | null; started_on: Day; ended_on: Day | null; prescriber: string | null };

/** Writes a row of a client's medication list; answers its id. */
export async function insertMedication({ db, actor }: Pick<Context, 'db' | 'actor'>, clientId: string, row: Row): Promise<string> {
  const { id } = await db
    .insertInto('medication')
    .values({ organization_id: actor.organizationId, client_id: clientId, ...row })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Keeps what a row said before it is changed. */
export async function keepEdit(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  medicationId: string,
  step: 'added' | 'dose' | 'stopped' | 'corrected' | 'withdrawn',
  was: RowSeen | null,
  because: string | null,
): Promise<void> {
  await db
    .insertInto('medication_edit')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      medication_id: medicationId,
      step,
      was: was === null ? null : JSON.stringify({ ...was.now, prescriber: was.prescriber }),
      because,
      by: actor.staffId,
    })
    .execute();
}
