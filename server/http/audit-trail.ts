import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import { reach } from '#server/database/failpoints.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { nounsToAskAgain, type ChangedNoun } from './changed-nouns.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Role } from '#domain/people/roles.ts';

/** Who saw or changed what. Each answered request leaves exactly one event; an answer whose event can't be written is not given. */
export type Recorder = {
  /** Reads rows that name their client, and writes the event in the same statement. */
  readonly seen: <Row extends { client_id: string }>(query: SelectQueryBuilder<never, never, Row>) => Promise<Row[]>;
  /** Writes the event of a change to these clients, and notes what was changed. */
  readonly changed: (noun: ChangedNoun, clientIds: readonly string[]) => Promise<void>;
  /** The clients that this request says it changed. */
  readonly clientsChanged: () => readonly string[];
  /** What a page has to ask again after this request. */
  readonly nounsToAskAgain: () => readonly string[];
  /** Writes an event without clients where nothing above was called. */
  readonly close: () => Promise<void>;
};

type Request = { readonly action: string; readonly id: string; readonly write: boolean };

export function recordFor(db: Database, actor: Actor, request: Request): Recorder {
  let written = 0;
  let toAskAgain: readonly string[] = [];
  let clientsChanged: readonly string[] = [];
  const writeFirst = () => {
    written += 1;
    if (written > 1) throw new Error(`${request.action} wrote more than one audit event`);
  };
  const event = (kind: 'read' | 'write', clientIds: readonly string[]) =>
    db
      .insertInto('audit_event')
      .values({
        organization_id: actor.organizationId,
        staff_id: actor.staffId,
        role: actor.role,
        action: request.action,
        kind,
        client_ids: [...clientIds],
        request_id: request.id,
      })
      .execute();

  return {
    seen: async <Row extends { client_id: string }>(query: SelectQueryBuilder<never, never, Row>) => {
      writeFirst();
      const { rows } = await sql<Row>`with answer as materialized (${query}), noted as (
          insert into audit_event (organization_id, staff_id, role, action, kind, client_ids, request_id)
          select ${actor.organizationId}::uuid, ${actor.staffId}::uuid, ${actor.role}, ${request.action}, 'read', coalesce(array_agg(distinct client_id), '{}'), ${request.id} from answer
        ) select * from answer`.execute(db);
      return rows;
    },
    changed: async (noun, clientIds) => {
      writeFirst();
      toAskAgain = nounsToAskAgain(noun);
      clientsChanged = clientIds;
      await event('write', clientIds);
      reach('audit-append');
      await markChanged(db, actor.organizationId, [noun]);
    },
    clientsChanged: () => clientsChanged,
    nounsToAskAgain: () => toAskAgain,
    close: async () => {
      if (written === 0) await event(request.write ? 'write' : 'read', []);
    },
  };
}

/** A refused look or change, written down outside the transaction that was undone. */
export async function recordDenied(db: Database, actor: Actor, action: string, requestId: string): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      organization_id: actor.organizationId,
      staff_id: actor.staffId,
      role: actor.role,
      action,
      kind: 'denied',
      request_id: requestId,
    })
    .execute();
}

type SystemEvent = {
  readonly organizationId: string;
  readonly action: string;
  /** Whom it is about, or in whose name it was done; null where nobody is signed in. */
  readonly by: { readonly staffId: string; readonly role: Role | null } | null;
  /** Whose records were changed, and by what; null where none were. */
  readonly changed: { readonly clientIds: readonly string[]; readonly requestId: string } | null;
};

/** Writes down what no request's own event says: signing in, what a job did, whose records an import changed. */
export async function recordSystemEvent(db: Database, { organizationId, action, by, changed }: SystemEvent): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      organization_id: organizationId,
      staff_id: by?.staffId ?? null,
      role: by?.role ?? null,
      action,
      kind: changed === null ? 'system' : 'write',
      client_ids: [...(changed?.clientIds ?? [])],
      request_id: changed?.requestId ?? '-',
    })
    .execute();
}

/** Marks that nouns have something new to show, for open pages to ask again. */
export async function markChanged(db: Database, organizationId: string, nouns: readonly string[]): Promise<void> {
  await db
    .insertInto('change_mark')
    .values(nouns.map((noun) => ({ organization_id: organizationId, noun, at: sql<Instant>`request_moment()` })))
    .execute();
}

/** Forgets marks from before a moment, but for the last of each noun: a page that heard of nothing yet still learns what ever changed. */
export async function deleteChangeMarks(db: Database, before: Instant): Promise<void> {
  await sql`delete from change_mark old where old.at < ${before}::timestamptz and exists (select from change_mark later
    where later.organization_id = old.organization_id and later.noun = old.noun and later.seq > old.seq)`.execute(db);
}
