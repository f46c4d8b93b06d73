import { readingRuleVersion } from '#domain/drug-screens/rule-version.ts';
import { settingsFrom } from '#domain/programs/settings.ts';
import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { projectReadings } from '#server/drug-screens/findings.projection.ts';
import type { Job } from './job.ts';

const together = 50;

/** Readings of an earlier version's rule are worked out anew, a few clients a transaction. What they opened is left as it is. */
export const renewReadings: Job = {
  name: 'jobs.readings',
  parts: async ({ db }) => {
    const rows = await db
      .selectFrom('screen_reading')
      .select('client_id')
      .distinct()
      .where('rule_version', '<', readingRuleVersion)
      .orderBy('client_id')
      .execute();
    const ids = rows.map(({ client_id }) => client_id);
    return Array.from({ length: Math.ceil(ids.length / together) }, (_, index) =>
      ids.slice(index * together, (index + 1) * together).join(' '),
    );
  },
  run: async ({ db, organizationId }, part) => {
    const clientIds = part.split(' ');
    await lockAnyClients(db, clientIds);
    const { settings } = await db.selectFrom('organization').select('settings').executeTakeFirstOrThrow();
    await projectReadings({ db, settings: settingsFrom(settings) }, organizationId, clientIds);
    return ['drug-screens'];
  },
};
