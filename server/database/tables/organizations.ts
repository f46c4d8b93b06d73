import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';

/** The two halves of every clinic key. */
export type Owned = { organization_id: string };
export type Keyed = Owned & { id: Generated<string> };

export type OrganizationTables = {
  organization: {
    id: Generated<string>;
    name: string;
    time_zone: string;
    synthetic: Generated<boolean>;
    settings: JSONColumnType<object>;
    created_at: Generated<Instant>;
  };
  program: Keyed & { name: string; population: Generated<'adult' | 'adolescent'>; version: Generated<number> };
  site: Keyed & { name: string; version: Generated<number> };
  staff: Keyed & { user_id: string | null; name: string; role: Role; ended_on: Day | null };
  staff_program: Owned & { staff_id: string; program_id: string };
  sign_in_user: { id: string; name: string; email: string; emailVerified: boolean };
  sign_in_account: { id: string; userId: string };
  sign_in_session: {
    id: string;
    expiresAt: Instant;
    token: string;
    userId: string;
    used_at: Generated<Instant>;
    locked_at: Instant | null;
  };
  /** `organization_id`, `staff_id` and `email` are null in a link for the first administrator of all. */
  setup_link: {
    token_hash: string;
    organization_id: string | null;
    staff_id: string | null;
    email: string | null;
    expires_at: Instant;
    used_at: Instant | null;
  };
  audit_event: Owned & {
    seq: GeneratedAlways<number>;
    at: Generated<Instant>;
    staff_id: string | null;
    role: string | null;
    action: string;
    kind: 'read' | 'write' | 'denied' | 'system';
    client_ids: Generated<string[]>;
    request_id: string;
  };
  answered_request: Owned & {
    staff_id: string;
    endpoint: string;
    key: string;
    request_hash: string;
    answer: JSONColumnType<object>;
    at: Generated<Instant>;
  };
  change_mark: Owned & { seq: GeneratedAlways<number>; noun: string; at: Generated<Instant> };
};
