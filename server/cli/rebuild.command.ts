import { parseArgs } from 'node:util';
import { instantOf } from '#domain/calendar/calendar.ts';
import { importContextFor } from '#server/imports/import-context.rows.ts';
import { rebuildReadings } from '#server/imports/read-new-screens.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { recomputeAll } from '#server/projections/recompute-stale.ts';
import type { Command } from './terminal.ts';
import { organizationsNamed } from './organizations.rows.ts';
import { organizationNeeded, rebuilt, usage } from './usage-words.ts';

/** Works out again what is stored of the rules' answers: the readings in one transaction an organization, the tasks a few clients at a time. */
export const rebuildCommand: Command = async (args, terminal) => {
  const name = nameIn(args);
  if (name === null) {
    terminal.note(usage);
    return 2;
  }
  const installation = await terminal.installation();
  try {
    const { chosen, names } = await organizationsNamed(installation.db, name);
    if (chosen.length === 0) {
      terminal.note(organizationNeeded(names));
      return 2;
    }
    const now = instantOf(terminal.clock());
    for (const { id, name: organization } of chosen) {
      const screens = await withTenant(installation.db, id, now, async (db) => rebuildReadings(await importContextFor(db, id, now, null)));
      const clients = await recomputeAll({ db: installation.db, clock: terminal.clock }, id);
      terminal.print(rebuilt(organization, screens, clients));
    }
    return 0;
  } finally {
    await installation.close();
  }
};

function nameIn(args: readonly string[]): string | undefined | null {
  try {
    return parseArgs({ args: [...args], options: { organization: { type: 'string' } } }).values.organization;
  } catch {
    return null;
  }
}
