import type { Generated, JSONColumnType } from 'kysely';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Likeness } from '#domain/clients/duplicates.ts';
import type { RecordField } from '#domain/clients/record.ts';
import type { ContactKind, ContactOwner, MessageRule } from '#domain/clients/contact-lines.ts';
import type { Keyed, OfClient, Owned } from './keys.ts';

export type ClientTables = {
  client: Keyed & {
    chart_number: string;
    first_name: string;
    last_name: string;
    preferred_name: string | null;
    pronouns: string | null;
    born_on: Day | null;
    superseded_by: string | null;
    /** The program that wrote the chart; its staff open it before there is an episode. */
    intake_program_id: Generated<string | null>;
    language: Generated<string | null>;
    interpreter: Generated<boolean | null>;
    /** Numbers and names of charts that were merged into this one. */
    also_found_by: Generated<string>;
    sort_name: Generated<string>;
    version: Generated<number>;
    created_at: Generated<Instant>;
  };
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
    /** The import by which it was changed. */
    import_id: Generated<string | null>;
  };
  client_name_key: Owned & { key: string; client_id: string; undated: boolean };
  possible_duplicate: Owned & { one_id: string; other_id: string; likeness: Likeness };
  not_duplicate: Owned & { one_id: string; other_id: string; by: string; at: Generated<Instant>; why: string };
};
