import { addDays, dayAt, type Day, type Instant } from '#domain/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { mappingsSuggested, rememberedSource } from '#server/intake/imports/matching.ts';
import { keptFile } from '#server/intake/imports/upload.ts';
import { workOn } from '#server/intake/imports/working.ts';
import { withTenant } from '#server/request.ts';

/** 11/21/2026, as other systems write it. */
const american = (on: Day): string => `${on.slice(5, 7)}/${on.slice(8)}/${on.slice(0, 4)}`;

/** An export of another system's attendance: a walking group, of which a few rows can't be right. */
function exportOf(charts: readonly string[], on: Day): string {
  const status = ['P', 'P', 'P', 'NS', 'P', 'Excused'];
  const rows = charts.map(
    (chart, at) => `${chart},${american(on)},10:00 AM,11:30 AM,Saturday walk,${status[at % status.length]},${at % 6 < 3 ? 90 : ''}`,
  );
  const [first = '', second = ''] = charts;
  const swapped = `${first.slice(0, -2)}${first.at(-1)}${first.at(-2)}`;
  const bad = [
    `${second},11/31/${on.slice(0, 4)},10:00 AM,11:30 AM,Saturday walk,P,90`,
    `${swapped}9,${american(on)},10:00 AM,11:30 AM,Saturday walk,P,90`,
    `${second},${american(on)},2:00 PM,3:30 PM,Gym hour,P,900`,
    `1.0E+05,${american(on)},10:00 AM,11:30 AM,Saturday walk,P,90`,
    `${first},${american(on)},2:00 PM,3:30 PM,Gym hour,Sick,`,
  ];
  return ['MRN,Service Date,Start Time,End Time,Session,Attendance Status,Minutes Attended', ...rows, ...bad, ''].join('\r\n');
}

/** Brings a file in as far as its check, so that the demonstration shows rows that wait for somebody. */
export async function bringInAFile(db: Database, email: string, now: Instant): Promise<void> {
  const found = await db
    .selectFrom('staff')
    .innerJoin('sign_in_user', 'sign_in_user.id', 'staff.user_id')
    .innerJoin('organization', 'organization.id', 'staff.organization_id')
    .select(['staff.organization_id', 'staff.id', 'staff.name', 'staff.role', 'organization.time_zone'])
    .where('sign_in_user.email', '=', email)
    .executeTakeFirst();
  if (found === undefined) return;
  const { organization_id: organizationId, id: staffId, name, role } = found;
  const importId = await withTenant(db, organizationId, now, async (tenantDb) => {
    const clients = await tenantDb
      .selectFrom('client')
      .innerJoin('episode', 'episode.client_id', 'client.id')
      .select('chart_number')
      .where('episode.closed_on', 'is', null)
      .where('episode.opened_on', '<', addDays(dayAt(now, found.time_zone), -30))
      .orderBy('chart_number')
      .limit(24)
      .execute();
    const text = exportOf(
      clients.map(({ chart_number }) => chart_number),
      addDays(dayAt(now, found.time_zone), -1),
    );
    const id = await keptFile(tenantDb, { organizationId, staffId, name, role }, now, 'saturday_attendance.csv', Buffer.from(text));
    const batch = await tenantDb.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const mapping = mappingsSuggested(batch).find(({ kind }) => kind === 'sessions');
    if (mapping === undefined) throw new Error('no reading of attendance was suggested');
    const source_id = await rememberedSource(tenantDb, organizationId, 'Front desk system', mapping);
    const checking = { source_id, kind: mapping.kind, mapping: JSON.stringify(mapping), state: 'checking' as const, of_rows: batch.rows };
    await tenantDb.updateTable('import_batch').set(checking).where('id', '=', id).execute();
    return id;
  });
  await workOn({ db, clock: () => new Date(now) }, { organizationId, importId });
}
