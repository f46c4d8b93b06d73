import { sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { isAsExpected, isInterpretable, isNegative } from '#domain/drug-screens/event-reading.ts';
import { admittedOn } from '#domain/episodes/spans.ts';
import { readingRuleVersion } from '#domain/drug-screens/rule-version.ts';
import { findingOf, isNotValid, type Finding } from '#domain/drug-screens/interpret.ts';
import { prescribedNotOnPanel } from '#domain/medications/expectation.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { episodesOf, earlierResults, windowsOf } from './reading-facts.rows.ts';
import { linksOf } from './screen-links.rows.ts';
import { screenRows, type ScreenRow } from './screens.rows.ts';
import { noteCodes } from './unknown-codes.projection.ts';

export type Findings = Readonly<Record<string, Finding>>;

/**
 * Reads the current screens of these clients from a day on, and keeps what they say where SQL can count it, with the version of the rule.
 * Each row is worked out from what is stored, so running this again changes nothing. Answers the findings by screen.
 */
export async function projectReadings(
  { db, settings }: Pick<Context, 'db' | 'settings'>,
  organizationId: string,
  clientIds: readonly string[],
  from?: Day,
): Promise<Map<string, Findings>> {
  const span = from === undefined ? {} : { from };
  const stored = await screenRows(db, clientIds, span);
  const rows = (await noteCodes(db, organizationId, stored)) ? await screenRows(db, clientIds, span) : stored;
  const windows = await windowsOf(db, clientIds);
  const episodes = await episodesOf(db, clientIds);
  const earlier = await earlierResults(db, windows);
  const links = await linksOf(db, clientIds);
  const medications = await medicationsOf(db, clientIds);
  const map = await expectationRules(db);

  const findingsOf = (row: ScreenRow): Findings => {
    const explained = new Set((links.get(row.id) ?? []).filter(({ explanation }) => explanation !== null).map(({ analyte }) => analyte));
    const read = row.results.map(({ analyte, result, expectation }) => {
      const facts = {
        analyte,
        result,
        validity: row.validity ?? ('not-tested' as const),
        expectation,
        collectedOn: row.collected_on,
        admittedOn: admittedOn(episodes.get(row.client_id) ?? [], row.collected_on),
        windows: windows.get(row.client_id) ?? [],
        earlier: (earlier.get(row.client_id) ?? []).filter((one) => one.analyte === analyte),
        explained: explained.has(analyte),
        settings,
      };
      return [analyte, findingOf(facts)] as const;
    });
    const absent =
      row.panel === null || row.specimen === null
        ? []
        : prescribedNotOnPanel(
            row.panel,
            { specimen: row.specimen, panelId: row.panel_id },
            medications.get(row.client_id) ?? [],
            map,
            row.collected_on,
          );
    // What was read counts, whatever the panel says that it holds.
    return Object.fromEntries([...absent.map((analyte) => [analyte, 'not-on-panel'] as const), ...read]);
  };

  const found = new Map(rows.map((row) => [row.id, findingsOf(row)]));
  for (let at = 0; at < rows.length; at += 500) {
    const values = rows.slice(at, at + 500).map((row) => projectionOf(organizationId, row, found.get(row.id) ?? {}));
    await db
      .insertInto('screen_reading')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'screen_id']).doUpdateSet((eb) => ({
          client_id: eb.ref('excluded.client_id'),
          rule_version: eb.ref('excluded.rule_version'),
          interpretable: eb.ref('excluded.interpretable'),
          as_expected: eb.ref('excluded.as_expected'),
          negative: eb.ref('excluded.negative'),
          unexpected: eb.ref('excluded.unexpected'),
          not_detected: eb.ref('excluded.not_detected'),
          specimen_not_valid: eb.ref('excluded.specimen_not_valid'),
          findings: sql<string>`excluded.findings`,
        })),
      )
      .execute();
  }
  return found;
}

/** What is stored of these screens until they are read anew. */
export async function readingsBefore(db: Database, screenIds: readonly string[]): Promise<ReadonlyMap<string, Findings>> {
  const rows = await db
    .selectFrom('screen_reading')
    .select(['screen_id', 'findings'])
    .where((eb) => eb('screen_id', '=', sql<string>`any(${screenIds}::uuid[])`))
    .execute();
  return new Map(rows.map(({ screen_id, findings }) => [screen_id, findings]));
}

/** Discards every reading of the organization, for all of them to be worked out again. */
export async function discardReadings(db: Database): Promise<void> {
  await db.deleteFrom('screen_reading').execute();
}

/** Takes what a screen said out of what SQL counts, once another row stands for it; answers what it said. */
export async function dropReading(db: Context['db'], screenId: string): Promise<Findings> {
  const dropped = await db.deleteFrom('screen_reading').where('screen_id', '=', screenId).returning('findings').executeTakeFirst();
  return dropped?.findings ?? {};
}

function projectionOf(organizationId: string, row: ScreenRow, findings: Findings) {
  const analytes = row.results.map(({ analyte, result }) => ({ analyte, result, finding: findings[analyte] ?? ('pending' as const) }));
  const event = { outcome: row.outcome, validity: row.validity, analytes };
  const codesOf = (finding: Finding) => analytes.filter((one) => one.finding === finding).map((one) => one.analyte);
  return {
    organization_id: organizationId,
    screen_id: row.id,
    client_id: row.client_id,
    rule_version: readingRuleVersion,
    interpretable: isInterpretable(event),
    as_expected: isAsExpected(event),
    negative: isNegative(event),
    unexpected: codesOf('unexpected-positive'),
    not_detected: codesOf('prescribed-not-detected'),
    specimen_not_valid: isNotValid(row.validity),
    findings: JSON.stringify(findings),
  };
}
