import { randomUUID } from 'node:crypto';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import type { StoredAmendmentReason } from '#domain/drug-screens/amendment-reasons.ts';
import type { CollectionOutcome, Result, SpecimenType, Validity } from '#domain/drug-screens/interpret.ts';
import { expectationOf, type Expected } from '#domain/medications/expectation.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { reach } from '#server/database/failpoints.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** `expected` where it was fixed before, by the screen that this one amends. */
type NewResult = {
  readonly analyte: string;
  readonly result: Result;
  readonly expected?: Expected;
  readonly value?: number | null;
  readonly unit?: string | null;
  readonly cutoff?: number | null;
};

/** The screen that another one takes the place of, and why. */
export type Amends = { readonly id: string; readonly because: StoredAmendmentReason; readonly words: string | null };

/** A screen about to be written. Where nothing was handed over there is no specimen, validity or result. */
export type NewScreen = {
  readonly clientId: string;
  readonly slotId: string | null;
  readonly sessionId: string | null;
  readonly batchId: string | null;
  readonly scheduled: boolean;
  readonly outcome: CollectionOutcome;
  readonly specimen: SpecimenType | null;
  readonly validity: Validity | null;
  readonly reason: string | null;
  readonly temperatureInRange: boolean | null;
  readonly observed: boolean | null;
  readonly observedBy: string | null;
  readonly panelId: string | null;
  readonly lot: string | null;
  readonly collectedOn: Day;
  readonly collectedAt: Instant | null;
  readonly readBy: string | null;
  readonly source: 'logged' | 'imported';
  readonly amends: Amends | null;
  readonly results: readonly NewResult[];
};

export type WrittenScreen = NewScreen & { readonly id: string };

/** Writes screens with what each analyte should have shown that day. The expectation is fixed here, with its reason, and no later medication edit changes it. */
export async function writeScreens(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  wanted: readonly NewScreen[],
): Promise<readonly WrittenScreen[]> {
  const organization_id = actor.organizationId;
  const screens = wanted.map((screen): WrittenScreen => ({ ...screen, id: randomUUID() }));
  const medications = await medicationsOf(
    db,
    wanted.map(({ clientId }) => clientId),
  );
  const map = await expectationRules(db);
  await db
    .insertInto('screen')
    .values(
      screens.map((screen) => ({
        organization_id,
        id: screen.id,
        client_id: screen.clientId,
        slot_id: screen.slotId,
        session_id: screen.sessionId,
        batch_id: screen.batchId,
        outside_key: null,
        scheduled: screen.scheduled,
        outcome: screen.outcome,
        specimen: screen.specimen,
        validity: screen.validity,
        validity_reason: screen.reason,
        temperature_in_range: screen.temperatureInRange,
        observed: screen.observed,
        observed_by: screen.observedBy,
        panel_id: screen.panelId,
        lot: screen.lot,
        collected_on: screen.collectedOn,
        collected_at: screen.collectedAt,
        received_at: now,
        read_by: screen.readBy,
        source: screen.source,
        amends_id: screen.amends?.id ?? null,
        amended_because: screen.amends?.because ?? null,
        amended_words: screen.amends?.words ?? null,
      })),
    )
    .execute();
  reach('mid-batch');
  const results = screens.flatMap(({ id, clientId, specimen, panelId, collectedOn, results: read }) =>
    read.map(({ analyte, result, expected: fixed, value = null, unit = null, cutoff = null }) => {
      const expected =
        fixed ??
        (specimen === null
          ? null
          : expectationOf(analyteCode(analyte), { specimen, panelId }, medications.get(clientId) ?? [], map, collectedOn));
      return {
        organization_id,
        screen_id: id,
        analyte,
        result,
        expectation: expected?.expectation ?? ('not-known' as const),
        expected_because: expected?.because == null ? null : JSON.stringify(expected.because),
        cutoff,
        value,
        unit,
      };
    }),
  );
  if (results.length > 0) await db.insertInto('analyte_result').values(results).execute();
  return screens;
}

/** A log of cups, counted and signed by whoever read them; answers its id. */
export async function signBatch(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  sessionId: string,
  cupsCounted: number,
): Promise<string> {
  const { id } = await db
    .insertInto('screen_batch')
    .values({
      organization_id: actor.organizationId,
      session_id: sessionId,
      cups_counted: cupsCounted,
      signed_by: actor.staffId,
      signed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds screens with their results, whose expectations are fixed in them. */
export async function insertScreens(
  db: Database,
  screens: readonly WholeRow<'screen'>[],
  results: readonly WholeRow<'analyte_result'>[],
): Promise<void> {
  await insertRows(db, 'screen', screens);
  await insertRows(db, 'analyte_result', results);
}
