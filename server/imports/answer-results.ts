import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { breathUnit } from '#domain/drug-screens/breath-alcohol.ts';
import { actedOnSince } from '#domain/drug-screens/history.ts';
import { isUnderway, stateOf } from '#domain/adjustments/states.ts';
import { adjustmentFor, type AdjustmentAnswer } from '#domain/adjustments/open.ts';
import type { Finding } from '#domain/drug-screens/interpret.ts';
import { safetyOpenings } from '#domain/safety/safety-clock.ts';
import type { Tables } from '#server/database/pool.ts';
import { insertAdjustments } from '#server/adjustments/opened-adjustments.store.ts';
import { adjustmentsOf, type ClientAdjustment } from '#server/adjustments/adjustments.rows.ts';
import { wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import { insertConcerns, type NewConcern } from '#server/safety/safety-concerns.store.ts';
import type { ImportContext } from './import-context.rows.ts';
import type { NewScreen } from './verdicts/screen-rows.ts';

type FindingOf = { readonly analyte: string; readonly finding: Finding };
type Findings = ReadonlyMap<string, Readonly<Record<string, Finding>>>;

/** Opens or joins what the care plan rule answers for results that can still be acted on, given oldest first. Their clocks start at the import. */
export async function answerResults(importContext: ImportContext, screens: readonly NewScreen[], findings: Findings): Promise<void> {
  const since = actedOnSince(importContext.today);
  const recent = screens.filter((screen) => screen.source === 'imported' && screen.collected_on >= since);
  const inCare = await clientsInCare(
    importContext,
    recent.map(({ client_id }) => client_id),
  );
  const byClient = Map.groupBy(
    recent.filter(({ client_id }) => inCare.has(client_id)),
    ({ client_id }) => client_id,
  );
  // What one result opens decides what the client's next one joins, so results are taken in rounds of one a client.
  for (let round = 0; ; round += 1) {
    const ofRound = [...byClient.values()].flatMap((own) => own[round] ?? []);
    if (ofRound.length === 0) return;
    await answerRound(importContext, ofRound, findings);
  }
}

/** A result of somebody who has left opens nothing: nobody would answer it. */
async function clientsInCare({ db }: ImportContext, clientIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (clientIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('episode')
    .select('client_id')
    .where('closed_on', 'is', null)
    .where('client_id', 'in', clientIds)
    .execute();
  return new Set(rows.map(({ client_id }) => client_id));
}

async function answerRound(importContext: ImportContext, screens: readonly NewScreen[], findings: Findings): Promise<void> {
  const earlier = await adjustmentsOf(
    importContext.db,
    screens.map(({ client_id }) => client_id),
  );
  const breath = await breathValues(
    importContext,
    screens.map(({ id }) => id),
  );
  const answers = screens.map((screen) => {
    const found = Object.entries(findings.get(screen.id) ?? {}).map(([analyte, finding]) => ({ analyte, finding }));
    return {
      ...answerTo(importContext, screen, found, earlier.get(screen.client_id) ?? []),
      concerns: concernsFor(importContext, screen, { analytes: found, breathAlcohol: breath.get(screen.id) ?? null }),
    };
  });
  const { db, organizationId, now } = importContext;
  await insertAdjustments(
    db,
    answers.flatMap(({ opened }) => opened ?? []),
    answers.flatMap(({ links }) => links),
  );
  await insertConcerns(
    { db, actor: { organizationId, staffId: null } },
    now,
    answers.flatMap(({ concerns }) => concerns),
  );
}

type Answer = {
  readonly opened: (Insertable<Tables['adjustment']> & { id: string }) | null;
  readonly links: readonly Insertable<Tables['adjustment_result']>[];
};

function answerTo(
  importContext: ImportContext,
  screen: NewScreen,
  findings: readonly FindingOf[],
  earlier: readonly ClientAdjustment[],
): Answer {
  const { organizationId: organization_id, now, today, settings, zone, open } = importContext;
  const { opens, attaches } = adjustmentFor({
    screen: { outcome: screen.outcome, validity: screen.validity, reason: screen.validity_reason, adjustmentId: null },
    findings,
    openAdjustments: earlier.filter((one) => isUnderway(stateOf(one, today))),
    now,
    settings,
    zone,
    open,
  });
  const number = Math.max(0, ...earlier.map((one) => one.number)) + 1;
  const cause = { organization_id, client_id: screen.client_id, number, trigger: 'screen' as const, screen_id: screen.id };
  const opened = opens === null ? null : { ...cause, id: randomUUID(), ...openedBy(opens) };
  const joined = [...attaches, ...(opened === null ? [] : [{ adjustmentId: opened.id, analytes: opened.analytes }])];
  const links = joined.flatMap(({ adjustmentId, analytes }) =>
    (analytes.length === 0 ? [wholeSpecimen] : analytes).map((analyte) => ({
      organization_id,
      adjustment_id: adjustmentId,
      screen_id: screen.id,
      analyte,
    })),
  );
  return { opened, links };
}

const openedBy = (opens: NonNullable<AdjustmentAnswer['opens']>) => ({
  analytes: [...opens.analytes],
  specimen_not_valid: opens.wording === 'specimen-not-valid',
  opened_at: opens.openedAt,
  talk_due_at: opens.talkDueAt,
  sign_due_at: opens.signDueAt,
});

/** The clock opens with nobody notified: whoever reads the list first writes down whom they notified. */
function concernsFor(
  { settings }: ImportContext,
  { id: screenId, client_id: clientId }: NewScreen,
  found: { readonly analytes: readonly FindingOf[]; readonly breathAlcohol: number | null },
): readonly NewConcern[] {
  const facts = { ...found, item9: null, opioidMedicationStopped: false, returned: false, reported: [] };
  const from =
    found.breathAlcohol === null
      ? { source: 'screen' as const }
      : { source: 'breath' as const, facts: { breathAlcohol: found.breathAlcohol } };
  return safetyOpenings(facts, settings).map((kind) => ({ clientId, kind, notified: null, screenId, raisedBy: null, ...from }));
}

async function breathValues({ db }: ImportContext, screenIds: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
  const rows = await db
    .selectFrom('analyte_result')
    .select(['screen_id', 'value'])
    .where('screen_id', 'in', screenIds)
    .where('unit', '=', breathUnit)
    .execute();
  return new Map(rows.map(({ screen_id, value }) => [screen_id, value]));
}
