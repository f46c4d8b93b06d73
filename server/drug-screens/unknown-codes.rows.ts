import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import { detectedResults } from '#domain/drug-screens/interpret.ts';
import type { Database } from '#server/database/pool.ts';

/** Which drug somebody has said that each of these codes is; a code that nobody has answered isn't there. */
export async function answersOf(db: Database, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('analyte_question')
    .select(['code', 'analyte'])
    .where((eb) => eb('code', '=', sql<string>`any(${codes}::text[])`))
    .where('analyte', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ code, analyte }) => (analyte === null ? [] : [[code, analyte] as const])));
}

const current = sql<boolean>`not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id)`;

/** The screens as they stand that have a code, and whose they are. */
export const screensWithCode = (db: Database, code: string) =>
  db
    .selectFrom('unknown_code')
    .innerJoin('screen', 'screen.id', 'unknown_code.screen_id')
    .select(['screen.id', 'screen.client_id'])
    .where('unknown_code.code', '=', code)
    .where(current)
    .execute();

type CodeRow = {
  readonly code: string;
  readonly since: Instant;
  readonly version: number;
  readonly analyte: string | null;
  readonly by: string | null;
  readonly at: Instant | null;
  readonly printed: string[];
  readonly screens: number;
  readonly detected: number;
  readonly last_on: Day | null;
};

/**
 * Every code that nobody knew, with how many screens as they stand have it: those that wait first, then the answered ones, the latest first. Nobody is
 * asked about a code whose screens were taken back or amended.
 */
export async function codesOnRecord(db: Database): Promise<readonly CodeRow[]> {
  const { rows } =
    await sql<CodeRow>`select question.code, question.since, question.version, question.analyte, staff.name as by, question.answered_at as at,
      coalesce(array_agg(distinct unknown.printed) filter (where unknown.printed is not null), '{}') as printed, count(screen.id)::int as screens,
      count(screen.id) filter (where result.result = any(${detectedResults}::text[]))::int as detected, max(screen.collected_on) as last_on
    from analyte_question question
    left join staff on staff.organization_id = question.organization_id and staff.id = question.answered_by
    left join unknown_code unknown on unknown.organization_id = question.organization_id and unknown.code = question.code
    left join screen on screen.organization_id = unknown.organization_id and screen.id = unknown.screen_id and ${current}
    left join analyte_result result on result.organization_id = screen.organization_id and result.screen_id = screen.id and result.analyte = unknown.printed
    group by question.organization_id, question.code, staff.name
    having question.analyte is not null or count(screen.id) > 0
    order by question.answered_at desc nulls first, question.since`.execute(db);
  return rows;
}
