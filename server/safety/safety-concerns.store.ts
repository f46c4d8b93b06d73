import type { Instant } from '#domain/calendar/calendar.ts';
import type { SafetyKind, SafetySource, SourceFacts } from '#domain/safety/safety-clock.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Notified } from './notification.guards.ts';

export type NewConcern = {
  readonly clientId: string;
  readonly kind: SafetyKind;
  readonly notified: Notified | null;
  readonly source: SafetySource;
  readonly facts?: SourceFacts;
  /** What a person wrote. */
  readonly summary?: string;
  readonly screenId: string | null;
  /** Null where the server worked it out. */
  readonly raisedBy: string | null;
};

/** Starts a safety clock for each concern, open from this moment; answers their ids in the order given. */
export async function insertConcerns(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  openedAt: Instant,
  concerns: readonly NewConcern[],
): Promise<readonly string[]> {
  if (concerns.length === 0) return [];
  const rows = await db
    .insertInto('safety_concern')
    .values(
      concerns.map(({ clientId, kind, notified, source, facts, summary, screenId, raisedBy }) => ({
        organization_id: actor.organizationId,
        client_id: clientId,
        opened_at: openedAt,
        trigger: kind,
        notified: notified?.who ?? null,
        notified_at: notified?.at ?? null,
        recorded_by: notified === null ? null : actor.staffId,
        closed_at: null,
        source,
        source_summary: summary ?? null,
        source_facts: facts === undefined ? null : JSON.stringify(facts),
        screen_id: screenId,
        raised_by: raisedBy,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
