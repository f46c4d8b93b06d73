import type { Generated } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { GoodNews, NeedKind } from '#domain/caseload/order.ts';
import type { Owned } from './keys.ts';

type Lasting = Owned & { client_id: string; ordinal: number; from_at: Instant; until_at: Instant };

export type ProjectionTables = {
  projection_basis: Owned & { version: Generated<number>; raised_by: string | null };
  noted_identity: Owned & { client_id: string; noted_by: Generated<string> };
  noted_client: Owned & { client_id: string; urgent: boolean; noted_by: Generated<string> };
  client_projection: Owned & {
    client_id: string;
    rule_version: number;
    basis_version: number;
    from_at: Instant;
    until_at: Instant;
  };
  client_task: Lasting & { kind: NeedKind; tier: number; due_at: Instant | null; snoozed: boolean };
  client_good_news: Lasting & { kind: GoodNews['kind'] };
};
