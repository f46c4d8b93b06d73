import { sql } from 'kysely';
import type { Explained } from '#domain/adjustments/explanations.ts';
import { earliest, type Day } from '#domain/calendar/calendar.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

/** An adjustment with what the care plan's rules don't read: the event that opened it and the version that a change must name. */
export type ClientAdjustment = Adjustment & {
  readonly screenId: string | null;
  readonly specimenNotValid: boolean;
  readonly about: string | null;
  /** The number of the adjustment that needed more, where its outcome opened this one. */
  readonly follows: number | null;
  readonly talkedBy: string | null;
  /** Results that attached brought the follow-up forward. */
  readonly followUpForward: boolean;
  readonly version: number;
};

/** The day of a follow-up: the one that was signed, or an earlier one that attached results asked for. */
export const followUpOf = (row: { readonly follow_up_on: Day | null; readonly follow_up_forward_on: Day | null }): Day | null =>
  row.follow_up_on === null ? null : earliest([row.follow_up_on, ...(row.follow_up_forward_on === null ? [] : [row.follow_up_forward_on])]);

/** The event as it stands now: each amendment of the screen leads to the next. */
const currentScreen = sql<string | null>`(
  with recursive versions(id) as (
    select adjustment.screen_id
    union all
    select later.id from versions join screen later on later.organization_id = adjustment.organization_id and later.amends_id = versions.id
  ) select id from versions where not exists (
    select from screen later where later.organization_id = adjustment.organization_id and later.amends_id = versions.id))`;

const followed = sql<number | null>`(select earlier.number from adjustment earlier
  where earlier.organization_id = adjustment.organization_id and earlier.id = adjustment.follows_id)`;

/** What accounts for a result, as somebody recorded it. */
export const explanationOf = (row: {
  readonly explained_because: Explained['because'] | null;
  readonly explanation: string | null;
}): Explained | null =>
  row.explained_because === null || row.explanation === null ? null : { because: row.explained_because, words: row.explanation };

/** The adjustments of each client, A1 first. Their states are the domain's to say (`stateOf`). */
export async function adjustmentsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, ClientAdjustment[]>> {
  const rows = await db
    .selectFrom('adjustment')
    .selectAll()
    .select([currentScreen.as('current_screen_id'), followed.as('follows')])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .orderBy('client_id')
    .orderBy('number')
    .execute();
  return byClient(rows, (row): ClientAdjustment => ({
    id: row.id,
    number: row.number,
    trigger: row.trigger,
    about: row.about,
    follows: row.follows,
    screenId: row.current_screen_id,
    analytes: row.analytes,
    specimenNotValid: row.specimen_not_valid,
    openedAt: row.opened_at,
    talkDueAt: row.talk_due_at,
    signDueAt: row.sign_due_at,
    talkedAt: row.talked_at,
    explainedAt: row.explained_at,
    explanation: explanationOf(row),
    signedAt: row.signed_at,
    signedBy: row.signed_by,
    noChangeReason: row.no_change_reason,
    followUpOn: followUpOf(row),
    followUpForward: row.follow_up_forward_on !== null,
    talkedBy: row.talked_by,
    outcome: row.outcome,
    outcomeAt: row.outcome_at,
    amendedAt: row.amended_at,
    version: row.version,
  }));
}
