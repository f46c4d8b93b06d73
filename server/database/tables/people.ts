import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { RecordField } from '#domain/clients/record.ts';
import type { ContactKind, ContactOwner, MessageRule } from '#domain/clients/contact-lines.ts';
import type { Keyed, Owned } from './organizations.ts';

type OfClient = Keyed & { client_id: string };

export type PeopleTables = {
  contact_line: OfClient & {
    position: number;
    whose: ContactOwner;
    name: string | null;
    relation: string | null;
    kind: ContactKind;
    value: string;
    message: MessageRule;
    preferred: boolean;
  };
  client_identifier: OfClient & { system: string; value: string };
  client_change: OfClient & {
    at: Instant;
    by: string;
    version: number;
    field: RecordField;
    was: JSONColumnType<object | null>;
    became: JSONColumnType<object | null>;
  };
  not_double: Owned & { one_id: string; other_id: string; by: string; at: Generated<Instant>; why: string };
  chart_merge: Keyed & {
    folded_id: string;
    standing_id: string;
    folded_number: string;
    why: string;
    by: string;
    at: Generated<Instant>;
    xact: GeneratedAlways<string>;
  };
  chart_merge_part: Owned & { merge_id: string; found_in: string; moved: JSONColumnType<unknown[]>; set_aside: JSONColumnType<object[]> };
};
