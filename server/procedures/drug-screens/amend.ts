import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { addDays, dayAt, earliest, type Day } from '#domain/calendar.ts';
import { projectReadings } from '../../facts/screen-readings.ts';
import type { Context, Procedure } from '../../procedure.ts';
import { refuseField, Refusal } from '../../refusal.ts';
import { answerScreens } from './answers.ts';
import { amendedReading, type Changes } from './amended-cup.ts';
import { refuseSuperseded, screenToAmend, type ScreenFound } from './amended-screen.ts';
import { holdClients, panelUsed, refuseOutsideEpisode } from './log-facts.ts';
import { owes, restate } from './restate.ts';
import { isFuture } from './row-checks.ts';
import { openConcerns } from './safety.ts';
import { writeScreens, type NewScreen, type WrittenScreen } from './stored-screens.ts';

/**
 * Puts a screen right with another row that names it; the earlier one stays as it was written. The findings are worked out again,
 * and the adjustments that rested on the earlier reading follow.
 */
export const amend: Procedure<Contract['drugScreens']['amend']> = async ({ screenId, because, words, changes }, context) => {
  if (because === 'other' && words === undefined) throw refuseField('words', 'Say what was wrong with the entry.');
  const screen = await screenToAmend(context, screenId);
  const clientId = changes.clientId ?? screen.client_id;
  await holdClients(context, [screen.client_id, clientId]);
  await refuseSuperseded(context, screen.id);
  const wanted = await amendment(context, screen, changes, words === undefined ? because : `${because}: ${words}`);
  refuseUnchanged(screen, wanted);

  const { db, actor } = context;
  const [written] = await writeScreens(context, [wanted]);
  if (written === undefined) throw new Error('an amendment was not written');
  const before = await db.deleteFrom('screen_reading').where('screen_id', '=', screen.id).returning('findings').executeTakeFirst();
  const clientIds = [...new Set([screen.client_id, clientId])];
  const from = earliest([screen.collected_on, written.collectedOn]) ?? written.collectedOn;
  const read = async () => (await projectReadings(context, actor.organizationId, clientIds, from)).get(written.id) ?? {};
  const findings = await read();
  await answerAgain(context, screen, written, { before: before?.findings ?? {}, findings });
  // An explanation belongs to the adjustment, so the row is read once more now that it is tied to it.
  await read();
  await context.record.changed('drug-screens', clientIds);
  return { screenId: written.id };
};

type Read = { readonly before: Readonly<Record<string, string>>; readonly findings: Awaited<ReturnType<typeof projectReadings>> extends Map<string, infer F> ? F : never };

async function answerAgain(context: Context, screen: ScreenFound, written: WrittenScreen, { before, findings }: Read): Promise<void> {
  const standing = await restate(context, { id: screen.id, clientId: screen.client_id }, { ...written, findings });
  const unanswered = Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => !owes(finding) || !standing.has(analyte)));
  await answerScreens(context, [{ ...written, findings: unanswered, adjustmentId: [...standing.values()][0] ?? null }]);
  const moved = written.clientId !== screen.client_id;
  const fresh = Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => moved || before[analyte] !== finding));
  await openConcerns(context, [{ ...written, findings: fresh, adjustmentId: null }], []);
}

async function amendment(context: Context, screen: ScreenFound, changes: Changes, because: string): Promise<NewScreen> {
  const { actor, zone } = context;
  const clientId = changes.clientId ?? screen.client_id;
  const collectedOn = changes.collectedOn ?? screen.collected_on;
  const collectedAt = changes.collectedAt === undefined ? (collectedOn === screen.collected_on ? screen.collected_at : null) : changes.collectedAt;
  if (collectedOn > dayAt(context.now, zone)) throw refuseField('changes.collectedOn', 'That day is still to come. Correct the date.');
  if (collectedAt !== null && isFuture(collectedAt, context.now)) throw refuseField('changes.collectedAt', 'That time is still to come. Correct it, or leave it out.');
  await refuseOutsideEpisode(context, [{ clientId, on: collectedOn, field: changes.clientId === undefined ? 'changes.collectedOn' : 'changes.clientId' }]);

  const panel = await panelOf(context, screen, changes, collectedOn);
  const reading = amendedReading(screen, changes, panel?.analytes ?? screen.results.map(({ analyte }) => analyte));
  const moved = clientId !== screen.client_id;
  const specimen = reading.outcome === 'collected' ? (changes.specimen ?? screen.specimen ?? panel?.specimen ?? null) : null;
  if (moved || collectedOn !== screen.collected_on) await refuseTwice(context, { clientId, collectedOn, specimen });
  const fixed = new Map(moved || collectedOn !== screen.collected_on || specimen !== screen.specimen ? [] : screen.results.map((one) => [one.analyte, one]));
  return {
    ...reading,
    clientId,
    ...(moved ? await slotFor(context, clientId, collectedOn) : { slotId: screen.slot_id, scheduled: screen.scheduled }),
    sessionId: screen.session_id,
    batchId: screen.batch_id,
    specimen,
    panelId: panel?.id ?? null,
    lot: panel === null ? null : (changes.lot ?? screen.lot),
    collectedOn,
    collectedAt,
    readBy: actor.staffId,
    source: 'logged',
    amends: { id: screen.id, because },
    results: reading.results.map((one) => {
      const expected = fixed.get(one.analyte);
      return expected === undefined ? one : { ...one, expected: { expectation: expected.expectation, because: expected.because } };
    }),
  };
}

async function panelOf(context: Context, screen: ScreenFound, changes: Changes, on: Day) {
  if ((changes.outcome ?? screen.outcome) !== 'collected') return null;
  const panelId = changes.panelId ?? screen.panel_id;
  // A result that came from elsewhere has no panel of ours.
  if (panelId === null && screen.outcome === 'collected') return null;
  const lot = changes.lot ?? screen.lot;
  if (changes.panelId === undefined && lot === null && panelId !== null) return (await context.db.selectFrom('panel').select(['id', 'specimen', 'analytes']).where('id', '=', panelId).executeTakeFirst()) ?? null;
  return panelUsed(context, panelId, lot, on, true);
}

async function slotFor({ db, settings }: Context, clientId: string, on: Day): Promise<{ slotId: string | null; scheduled: boolean }> {
  const slot = await db
    .selectFrom('screen_slot as slot')
    .select('slot.id')
    .where('slot.client_id', '=', clientId)
    .where('slot.due_on', '>=', addDays(on, -Math.floor(settings.screenWindowHours / 24)))
    .where('slot.due_on', '<=', on)
    .where(sql<boolean>`not exists (select from screen s where s.organization_id = slot.organization_id and s.slot_id = slot.id
      and not exists (select from screen l where l.organization_id = s.organization_id and l.amends_id = s.id))`)
    .orderBy('slot.due_on', 'desc')
    .executeTakeFirst();
  return { slotId: slot?.id ?? null, scheduled: slot !== undefined };
}

async function refuseTwice({ db }: Context, { clientId, collectedOn, specimen }: Pick<NewScreen, 'clientId' | 'collectedOn' | 'specimen'>): Promise<void> {
  const other = await db
    .selectFrom('screen')
    .select('id')
    .where('client_id', '=', clientId)
    .where('collected_on', '=', collectedOn)
    .where('specimen', 'is not distinct from', specimen)
    .where(sql<boolean>`not exists (select from screen l where l.organization_id = screen.organization_id and l.amends_id = screen.id)`)
    .executeTakeFirst();
  if (other !== undefined) throw new Refusal('duplicate', 'This client has such a specimen on that day already. Correct that one instead.');
}

function refuseUnchanged(screen: ScreenFound, wanted: NewScreen): void {
  const told = (one: { readonly [name: string]: unknown }) => JSON.stringify(one);
  const lines = (results: readonly { readonly analyte: string; readonly result: string }[]) => results.map(({ analyte, result }) => `${analyte} ${result}`).toSorted();
  const was = { on: screen.collected_on, at: screen.collected_at, client: screen.client_id, outcome: screen.outcome, validity: screen.validity, reason: screen.validity_reason, temperature: screen.temperature_in_range, specimen: screen.specimen, panel: screen.panel_id, lot: screen.lot, lines: lines(screen.results) };
  const is = { on: wanted.collectedOn, at: wanted.collectedAt, client: wanted.clientId, outcome: wanted.outcome, validity: wanted.validity, reason: wanted.reason, temperature: wanted.temperatureInRange, specimen: wanted.specimen, panel: wanted.panelId, lot: wanted.lot, lines: lines(wanted.results) };
  if (told(was) === told(is)) throw refuseField('changes', 'Nothing here differs from what is recorded. Say what was wrong.');
}
