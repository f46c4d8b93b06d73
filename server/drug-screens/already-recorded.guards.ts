import { sql } from 'kysely';
import type { FieldProblem } from '#contract/refusals.ts';
import type { SpecimenType } from '#domain/drug-screens/interpret.ts';
import type { FoundSession } from '#server/scheduling/sessions.guards.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Row } from './log-entries.guards.ts';

const asks =
  'Something is recorded for this client on this day already. Is this a second specimen or a correction? Mark it as a second specimen, or correct the one that is there.';

/** Refuses rows of what is recorded already: the same session or slot, or the same kind of specimen on the same day. Whoever means a second specimen says so. */
export async function refuseRecorded(
  { db }: Pick<Context, 'db'>,
  session: FoundSession,
  rows: readonly Row[],
  specimenOf: (row: Row) => SpecimenType | null,
): Promise<void> {
  const recorded = await db
    .selectFrom('screen')
    .select(['client_id', 'session_id', 'slot_id', 'specimen'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${rows.map(({ clientId }) => clientId)}::uuid[])`))
    .where('collected_on', '=', session.session_on)
    // A breath reading is no cup: a client may give both.
    .where('specimen', 'is distinct from', 'breath-alcohol')
    .where(sql<boolean>`not exists (select from screen l where l.organization_id = screen.organization_id and l.amends_id = screen.id)`)
    .execute();
  const problems = rows.flatMap((row, index): FieldProblem[] => {
    const specimen = specimenOf(row);
    const same = recorded.some(
      (one) =>
        one.client_id === row.clientId &&
        (one.session_id === session.id ||
          (row.slotId !== null && one.slot_id === row.slotId) ||
          (specimen !== null && one.specimen === specimen)),
    );
    return same && row.secondSpecimen !== true ? [{ field: `rows.${index}.clientId`, message: asks }] : [];
  });
  if (problems.length > 0) throw new Refusal('duplicate', asks, problems);
}
