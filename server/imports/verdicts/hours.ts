import type { Change } from '#domain/imports/imports.ts';
import { randomUUID } from 'node:crypto';
import type { ClientRow } from '../csv/clients.ts';
import type { ImportContext } from '../import-context.rows.ts';
import type { Hours } from './known-clients.rows.ts';

/** The hours that a new episode's row prescribes, from its first day; null where it names none or that day has its own already. */
export function newHours(importContext: ImportContext, facts: ClientRow, clientId: string, stored: readonly Hours[]): Hours | null {
  const { prescribedHours, openedOn } = facts;
  if (prescribedHours === null || stored.some(({ from_on }) => from_on === openedOn)) return null;
  const { organizationId: organization_id } = importContext;
  return { organization_id, id: randomUUID(), client_id: clientId, hours_per_week: prescribedHours, from_on: openedOn };
}

/** Hours that a later census gives otherwise: they hold from the day of the import on, because a census doesn't say since when. */
export function hoursChange(importContext: ImportContext, facts: ClientRow, clientId: string, stored: readonly Hours[]): readonly Change[] {
  const { prescribedHours: to, openedOn, closedOn } = facts;
  const now = stored.findLast(({ from_on }) => from_on <= importContext.today);
  const from = now?.hours_per_week ?? null;
  if (to === null || to === from || closedOn !== null) return [];
  const from_on = now === undefined ? openedOn : importContext.today;
  const same = stored.find((one) => one.from_on === from_on);
  const id = same?.id ?? randomUUID();
  const change = {
    table: 'prescribed_hours' as const,
    id,
    clientId,
    field: 'hours_per_week',
    column: 'prescribed_hours',
    from,
    to,
    fromOn: from_on,
    setByHand: false,
  };
  if (same !== undefined) return [change];
  return [{ ...change, insert: { organization_id: importContext.organizationId, id, client_id: clientId, hours_per_week: to, from_on } }];
}
