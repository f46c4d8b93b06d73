import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Keyed, Owned } from './keys.ts';

export type ClientMergeTables = {
  client_merge: Keyed & {
    merged_id: string;
    surviving_id: string;
    merged_number: string;
    why: string;
    by: string;
    at: Generated<Instant>;
    xact: GeneratedAlways<string>;
  };
  client_merge_part: Owned & { merge_id: string; found_in: string; moved: JSONColumnType<unknown[]>; excluded: JSONColumnType<object[]> };
};
