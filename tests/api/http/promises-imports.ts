import { aCheckedFile, sent, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import type { World } from '#kit/world.ts';
import type { Ask, Clinic } from './promises-world.ts';

const header = 'chart_number,name,dose,started_on';
let files = 0;

/** A medications file of which one row is ready, one would change what is stored, and one is held. */
async function aFile(world: World): Promise<{ file: Brought; chart: string }> {
  files += 1;
  const chart = `F-${files}`;
  const { clientId } = await aClient(world, { chart });
  await world.db
    .insertInto('medication')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      name: 'naltrexone',
      dose: '25 mg',
      started_on: '2026-07-01' as never,
      ended_on: null,
    })
    .execute();
  const rows = [`${chart},buprenorphine,8 mg,2026-07-02`, `${chart},naltrexone,50 mg,2026-07-01`, `${chart},methadone,,2026-02-30`];
  return { file: await aCheckedFile(world, 'medications', [header, ...rows].join('\n'), { source: `Source ${files}` }), chart };
}

const mapping = {
  kind: 'medications',
  census: false,
  columns: ['chart_number', 'name', 'dose', 'started_on'].map((column) => ({ column, from: column, always: null })),
  dates: [],
  words: [],
};

export const importRequests: Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>> = {
  'imports.list': async () => [{ input: {} }],
  'imports.upload': async () => [
    { input: { fileName: 'export.csv' }, headers: sent('export.csv'), file: `${header}\nF-${(files += 1)},naltrexone,,2026-07-01\n` },
  ],
  'imports.one': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id } }],
  'imports.match': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id, source: `Match ${(files += 1)}`, mapping } }],
  'imports.rows': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id, show: 'update' } }],
  'imports.fix': async ({ world }) => [
    { input: { importId: (await aFile(world)).file.id, row: 4, column: 'started_on', value: '2026-02-28', similar: false } },
  ],
  'imports.skip': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id, row: 4, similar: true, skip: true } }],
  'imports.keep': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id, row: 3, columns: ['dose'] } }],
  'imports.start': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id } }],
  'imports.retry': async ({ world }) => {
    const { file } = await aFile(world);
    const failed = { state: 'failed' as const, failed_in: 'checking' as const, stopped_because: 'unexpected' as const };
    await world.db.updateTable('import_batch').set(failed).where('id', '=', file.id).execute();
    return [{ input: { importId: file.id } }];
  },
  'imports.held': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id } }],
  'imports.missing': async ({ world }) => {
    files += 1;
    await aClient(world, { chart: `M-${files}`, firstName: 'Ana', lastName: 'Lee' });
    const text = `chart_number,first_name,last_name,opened_on\nM-${files},Ana,Lee,2026-06-08\n`;
    return [{ input: { importId: (await aCheckedFile(world, 'clients', text, { source: `Census ${files}` })).id } }];
  },
  'imports.undo': async ({ world }) => {
    const { file } = await aFile(world);
    await file.run();
    return [{ input: { importId: file.id, leaveDependents: false } }];
  },
  'imports.throwAway': async ({ world }) => [{ input: { importId: (await aFile(world)).file.id } }],
};
