import { timeAt, type Instant } from '#domain/calendar/calendar.ts';
import type { Change, FieldChange, StoredValue } from '#domain/imports/imports.ts';
import type { ImportContext } from './import-context.rows.ts';

/** What a change was and becomes as a person reads it: names for ids, the clinic's clock for moments. */
export function changeWords(importContext: ImportContext, change: Change): Pick<FieldChange, 'was' | 'becomes'> {
  const becomes = valueWords(importContext, change.field, change.to);
  return {
    was: valueWords(importContext, change.field, change.from),
    becomes: change.fromOn === undefined ? becomes : `${becomes} from ${change.fromOn}`,
  };
}

function valueWords({ sites, staff, groups, zone }: ImportContext, field: string, value: StoredValue): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.endsWith('_at')) return timeAt(String(value) as Instant, zone);
  if (!field.endsWith('_id')) return String(value);
  return [...sites, ...staff, ...groups].find(({ id }) => id === value)?.name ?? String(value);
}
