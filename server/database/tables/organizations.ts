import type { Generated, JSONColumnType } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Keyed } from './keys.ts';

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
  site: Keyed & { name: string; time_zone: string; version: Generated<number> };
};
