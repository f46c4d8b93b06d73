import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Owned } from './keys.ts';

export type RequestTables = {
  idempotency_record: Owned & {
    staff_id: string;
    endpoint: string;
    key: string;
    request_hash: string;
    answer: JSONColumnType<object>;
    changed_nouns: string[];
    /** The clients whom the write named and its sender could open then. */
    client_ids: string[];
    at: Generated<Instant>;
  };
  change_mark: Owned & {
    seq: GeneratedAlways<number>;
    noun: string;
    at: Generated<Instant>;
    /** The transaction that wrote it. */
    writer: Generated<string>;
  };
};
