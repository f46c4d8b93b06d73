import { dayAt, momentOf, type Day } from '#domain/calendar/calendar.ts';
import { isForOpioidUse, opioidMedicationStops } from '#domain/medications/opioid-medications.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { inCareOn } from '#server/episodes/episodes.rows.ts';
import { clearEndsAhead, noteAllEndsAhead } from '#server/medications/ends-ahead.store.ts';
import { expectationRules, medicationsOf } from '#server/medications/medications.rows.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';
import type { Job, JobContext } from './job.ts';

/**
 * A last day that was recorded ahead is looked at when it comes: where it leaves somebody in care without medication for opioid use the safety clock
 * starts, as it does for one stopped that day. Nobody has been notified then, and Today asks for it.
 */
export const endMedications: Job = {
  name: 'jobs.medications',
  parts: async ({ db, now, zone }) => {
    const today = dayAt(now, zone);
    await noteAllEndsAhead(db, today);
    const due = await db
      .selectFrom('medication')
      .select('client_id')
      .distinct()
      .where('ends_ahead_on', '<=', today)
      .orderBy('client_id')
      .execute();
    return due.map(({ client_id }) => client_id);
  },
  run: async (context, clientId) => ((await clockStarted(context, clientId)) ? ['safety-concerns'] : []),
};

async function clockStarted(context: JobContext, clientId: string): Promise<boolean> {
  const { db, organizationId, now, zone } = context;
  const today = dayAt(now, zone);
  // Whoever edits the list, and another server that looks, waits until it is decided.
  await lockAnyClients(db, [clientId]);
  const ended = await endsTaken(context, clientId, today);
  const map = await expectationRules(db);
  const after = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const last = ended.find((one) => isForOpioidUse(one, map));
  if (last === undefined || !opioidMedicationStops(ended, after, map, today)) return false;
  if (!(await inCareOn(db, clientId, today)) || (await startedSince(context, clientId, last.endsOn))) return false;
  await insertConcerns({ db, actor: { organizationId, staffId: null } }, now, [
    {
      clientId,
      kind: 'opioid-medication-stopped',
      notified: null,
      source: 'staff',
      facts: { ended: { medication: last.name, lastOn: last.endsOn } },
      screenId: null,
      raisedBy: await lastEditedBy(context, last.id),
    },
  ]);
  return true;
}

/** Takes the ends that are due off the notes, and answers the medications as they would be without them, the latest first. */
async function endsTaken({ db }: JobContext, clientId: string, today: Day) {
  const due = await db
    .selectFrom('medication')
    .select(['id', 'name', 'dose', 'started_on', 'ends_ahead_on', 'withdrawn_at'])
    .where('client_id', '=', clientId)
    .where('ends_ahead_on', '<=', today)
    .orderBy('ends_ahead_on', 'desc')
    .execute();
  await clearEndsAhead(
    db,
    due.map(({ id }) => id),
  );
  return due.flatMap(({ id, name, dose, started_on, ends_ahead_on, withdrawn_at }) =>
    ends_ahead_on === null || withdrawn_at !== null
      ? []
      : [{ id, name, dose, startedOn: started_on, endedOn: null, verified: null, endsOn: ends_ahead_on }],
  );
}

/** Whether somebody who stopped another one that day recorded that already: one stop starts one clock. */
async function startedSince({ db, zone }: JobContext, clientId: string, on: Day): Promise<boolean> {
  const started = await db
    .selectFrom('safety_concern')
    .select('id')
    .where('client_id', '=', clientId)
    .where('trigger', '=', 'opioid-medication-stopped')
    .where('opened_at', '>=', momentOf(on, '00:00', zone))
    .executeTakeFirst();
  return started !== undefined;
}

async function lastEditedBy({ db }: JobContext, medicationId: string): Promise<string | null> {
  const edit = await db
    .selectFrom('medication_edit')
    .select('by')
    .where('medication_id', '=', medicationId)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return edit?.by ?? null;
}
