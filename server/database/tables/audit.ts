import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Owned } from './keys.ts';

export type AuditTables = {
  audit_event: Owned & {
    seq: GeneratedAlways<number>;
    at: Generated<Instant>;
    staff_id: string | null;
    role: string | null;
    action: string;
    kind: 'read' | 'write' | 'denied' | 'system';
    client_ids: Generated<string[]>;
    /** The columns that a write changed, as table.column. */
    changed_fields: Generated<string[]>;
    request_id: string;
    session_id: string | null;
    address: string | null;
    /** The event before it and itself, as one hash: null until the chain is sealed as far as here. */
    prev_hash: Buffer | null;
    hash: Buffer | null;
    sealed_at: Instant | null;
  };
};
