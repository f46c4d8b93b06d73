import { sql } from 'kysely';
import type { Response } from '#domain/drug-screens/interpret.ts';
import { responseOf, type AdjustmentFacts } from '#domain/adjustments/states.ts';
import type { Explained } from '#domain/adjustments/explanations.ts';
import { currentScreens } from './current-screens.rows.ts';
import { explanationOf, followUpOf } from '#server/adjustments/adjustments.rows.ts';
import { attachedOf, type AttachedLinks } from '#server/adjustments/attached-results.rows.ts';
import type { Database } from '#server/database/pool.ts';

/** Stands in a link's analyte where an adjustment is about the specimen and no analyte. */
export const wholeSpecimen = 'specimen';

/** That an adjustment answers one analyte of a screen, how far the answer is, and what explains it. */
export type ScreenLink = {
  readonly screenId: string;
  readonly adjustmentId: string;
  readonly analyte: string;
  readonly response: Response;
  readonly explanation: Explained | null;
  /** Its cause was corrected away: it answers this screen no more. */
  readonly amended: boolean;
};

/** Which adjustments answer the screens of these clients, by screen: those that a screen opened, and those that it was attached to. */
export async function linksOf(db: Database, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ScreenLink[]>> {
  const rows = await db
    .selectFrom(pairs.as('link'))
    .innerJoin('adjustment', 'adjustment.id', 'link.adjustment_id')
    .select(['link.screen_id', 'link.analyte', 'adjustment.id', ...answerColumns])
    .where((eb) => eb('adjustment.client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('adjustment.number')
    .execute();
  const currentScreen = await currentScreens(db, clientIds);
  const waiting = waitingResults(await attachedOf(db, clientIds));
  const links = rows.map((row): ScreenLink => ({
    screenId: currentScreen(row.screen_id),
    adjustmentId: row.id,
    analyte: row.analyte,
    // What attached after the signature is not answered by it.
    response: waiting.has(`${row.id} ${currentScreen(row.screen_id)} ${row.analyte}`) ? 'due' : responseOf(answerIn(row)),
    explanation: explanationOf(row),
    amended: row.amended_at !== null,
  }));
  return Map.groupBy(links, (link) => link.screenId);
}

const waitingResults = (attached: AttachedLinks): ReadonlySet<string> =>
  new Set(
    [...attached].flatMap(([adjustmentId, results]) =>
      results
        .filter(({ answeredAt }) => answeredAt === null)
        .flatMap(({ screenId, analytes }) => analytes.map((analyte) => `${adjustmentId} ${screenId} ${analyte}`)),
    ),
  );

const pairs = sql<{ adjustment_id: string; screen_id: string; analyte: string }>`(
  select adjustment_id, screen_id, analyte from adjustment_result
  union select id, screen_id, unnest(case when cardinality(analytes) = 0 then array[${sql.lit(wholeSpecimen)}] else analytes end) from adjustment where screen_id is not null
)`;

const answerColumns = [
  'adjustment.talked_at',
  'adjustment.explained_at',
  'adjustment.explained_because',
  'adjustment.explanation',
  'adjustment.signed_at',
  'adjustment.no_change_reason',
  'adjustment.follow_up_on',
  'adjustment.follow_up_forward_on',
  'adjustment.outcome',
  'adjustment.outcome_at',
  'adjustment.amended_at',
] as const;

type AnswerRow = {
  readonly talked_at: AdjustmentFacts['talkedAt'];
  readonly explained_at: AdjustmentFacts['explainedAt'];
  readonly signed_at: AdjustmentFacts['signedAt'];
  readonly no_change_reason: string | null;
  readonly follow_up_on: AdjustmentFacts['followUpOn'];
  readonly follow_up_forward_on: AdjustmentFacts['followUpOn'];
  readonly outcome: AdjustmentFacts['outcome'];
  readonly outcome_at: AdjustmentFacts['outcomeAt'];
  readonly amended_at: AdjustmentFacts['amendedAt'];
};

const answerIn = (row: AnswerRow): AdjustmentFacts => ({
  talkedAt: row.talked_at,
  explainedAt: row.explained_at,
  signedAt: row.signed_at,
  noChangeReason: row.no_change_reason,
  followUpOn: followUpOf(row),
  outcome: row.outcome,
  outcomeAt: row.outcome_at,
  amendedAt: row.amended_at,
});
