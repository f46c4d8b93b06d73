import { randomUUID } from 'node:crypto';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { SafetyKind, SafetySource, SourceFacts } from '#domain/safety/safety-clock.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
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

/** Whoever writes concerns: a request's actor, or nobody where a job or an import does. */
type Writing = { readonly db: Database; readonly actor: { readonly organizationId: string; readonly staffId: string | null } };

/** Starts a safety clock for each concern, open from this moment; answers their ids in the order given. */
export async function insertConcerns(
  { db, actor }: Writing,
  openedAt: Instant,
  concerns: readonly NewConcern[],
): Promise<readonly string[]> {
  const rows = concerns.map(({ clientId, kind, notified, source, facts, summary, screenId, raisedBy }) => ({
    organization_id: actor.organizationId,
    id: randomUUID(),
    client_id: clientId,
    opened_at: openedAt,
    trigger: kind,
    notified: notified?.who ?? null,
    notified_at: notified?.at ?? null,
    recorded_by: notified === null ? null : actor.staffId,
    closed_at: null,
    source,
    source_summary: summary ?? null,
    source_facts: facts ?? null,
    screen_id: screenId,
    raised_by: raisedBy,
  }));
  await insertRows(db, 'safety_concern', rows);
  return rows.map(({ id }) => id);
}

/** Keeps what was done about concerns of a client, by whoever signs it. */
export async function closeConcerns(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  clientId: string,
  concernIds: readonly string[],
  { at, summary }: { readonly at: Instant; readonly summary: string },
): Promise<void> {
  await db
    .updateTable('safety_concern')
    .set({ closed_at: at, closed_summary: summary, closed_by: actor.staffId })
    .where('client_id', '=', clientId)
    .where('id', 'in', [...concernIds])
    .execute();
}
