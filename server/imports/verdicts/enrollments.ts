import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { ClientRow } from '../csv/clients.ts';
import type { ImportContext } from '../import-context.rows.ts';

export type Enrollment = Insertable<Tables['group_enrollment']> & { id: string };

/** An enrollment on the roster of an open episode's group, from today on: what came before is in the attendance of the other system. */
export function newEnrollment(
  importContext: ImportContext,
  { openedOn, closedOn }: ClientRow,
  clientId: string,
  groupId: string | null,
): Enrollment | null {
  if (groupId === null || closedOn !== null) return null;
  const from_on = openedOn > importContext.today ? openedOn : importContext.today;
  return {
    organization_id: importContext.organizationId,
    id: randomUUID(),
    client_id: clientId,
    group_id: groupId,
    from_on,
    to_on: null,
    weekdays: null,
  };
}
