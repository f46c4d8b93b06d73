import { recompute } from '#server/projections/recompute.ts';
import { agedClients } from '#server/projections/recompute-stale.ts';
import type { Job } from './job.ts';

const together = 50;

/** Once a day has turned, the tasks of the days ahead are worked out anew, a few clients a transaction. */
export const workOutTasks: Job = {
  name: 'jobs.tasks',
  parts: async ({ db, now }) => {
    const ids = await agedClients(db, now);
    return Array.from({ length: Math.ceil(ids.length / together) }, (_, index) =>
      ids.slice(index * together, (index + 1) * together).join(' '),
    );
  },
  run: async ({ db, now }, part) => {
    await recompute(db, part.split(' '), now);
    return ['caseload', 'clients', 'cohort'];
  },
};
