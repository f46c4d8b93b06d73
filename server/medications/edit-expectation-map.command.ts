import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import { analyteCode } from '#domain/drug-screens/analytes.ts';
import { medicationRefusals } from '#domain/medications/edit-words.ts';
import { isMedicationName, medicationsIn } from '#domain/medications/medication-names.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import { panelsByName } from '#server/drug-screens/panels.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { replaceRules } from './expectation-map.store.ts';

const plain = (medication: string): string => medication.trim().toLowerCase();

/** All rows of one medication are written at once, and are the program's own from then on. */
export const editMap: Procedure<Contract['medications']['editMap']> = async (input, context) => {
  const { db, actor, version, record } = context;
  const medication = await medicationToEdit(db, input.medication);
  const became = input.rules.map(({ panelId = null, ...rule }): ExpectationRule => ({
    ...rule,
    panelId,
    medication,
    analyte: analyteCode(rule.analyte),
  }));
  const twice = became.findIndex((rule, index) => became.findIndex((other) => sameCell(rule, other)) < index);
  if (twice >= 0)
    throw refuseField(`rules.${twice}.analyte`, 'This analyte is there for this specimen and panel already. Keep one of the two.');
  await refuseOtherPanels(db, became);
  // Two who edit the one map take turns; the lock ends with the transaction.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`expectation-map/${actor.organizationId}`}, 0))`.execute(db);
  const latest = await db
    .selectFrom('expectation_edit')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  if ((latest?.version ?? 0) !== version) throw new Refusal('stale', 'Somebody changed the map while you had it open. Load it again.');
  const next = (latest?.version ?? 0) + 1;
  await replaceRules(context, { medication, became, because: input.because, version: next });
  await record.changed('medications', []);
  return { version: next };
};

const sameCell = (one: ExpectationRule, other: ExpectationRule): boolean =>
  one.analyte === other.analyte && one.specimen === other.specimen && one.panelId === other.panelId;

/** A panel is read on one kind of specimen; a row that says another would never be read. */
async function refuseOtherPanels(db: Context['db'], rules: readonly ExpectationRule[]): Promise<void> {
  const panels = new Map((await panelsByName(db)).map((panel) => [panel.id, panel]));
  for (const [index, { panelId, specimen }] of rules.entries()) {
    if (panelId === null) continue;
    const panel = panels.get(panelId);
    if (panel === undefined) throw refuseField(`rules.${index}.panelId`, 'The program has no such panel. Choose one of the list.');
    if (panel.specimen !== specimen)
      throw refuseField(`rules.${index}.panelId`, `${panel.name} isn’t read on this specimen. Choose its own specimen, or any panel.`);
  }
}

/** The name under which the map has a medication. Refuses another name of one that it has already. */
async function medicationToEdit(db: Context['db'], written: string): Promise<string> {
  const medication = plain(written);
  if (isMedicationName(medication)) return medication;
  const own = await db.selectFrom('expectation_edit').select('version').where('medication', '=', medication).executeTakeFirst();
  const known = medicationsIn(medication);
  if (own === undefined && known.length > 0) throw refuseField('medication', medicationRefusals.otherName(medication, known));
  return medication;
}
