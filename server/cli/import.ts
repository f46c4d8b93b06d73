import { parseArgs } from 'node:util';
import { access } from 'node:fs/promises';
import type { Database } from '../database/pool.ts';
import { fileAt } from '../intake/csv/file-bytes.ts';
import { importFiles } from '../intake/csv/storing/import-files.ts';
import { intakes } from '../intake/csv/storing/intakes.ts';
import type { Command, Terminal } from './command.ts';
import { columnsText, progressLine, reportText } from './import-words.ts';
import { organizationsNamed } from './organization.ts';
import { importUsage, organizationNeeded } from './usage-words.ts';

const options = {
  'dry-run': { type: 'boolean', default: false },
  'hold-back': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  columns: { type: 'boolean', default: false },
  organization: { type: 'string' },
} as const;

const progressEvery = 5_000;

type Asked = {
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly holdBack: boolean;
  readonly json: boolean;
  readonly columns: boolean;
  readonly organization: string | undefined;
};

/** Imports CSV files: 0 where every file was taken, 1 where one was refused, 2 where it isn't clear what is asked. */
export const importCommand: Command = async (args, terminal) => {
  const asked = askedBy(args);
  if (typeof asked === 'string') {
    terminal.note(asked);
    return 2;
  }
  if (asked.columns) {
    terminal.print(columnsText(intakes));
    return 0;
  }
  for (const file of asked.files) {
    if (
      await access(file).then(
        () => false,
        () => true,
      )
    ) {
      terminal.note(`There is no file ${file}.`);
      return 2;
    }
  }
  const home = await terminal.home();
  try {
    return await importInto(home.db, asked, terminal);
  } finally {
    await home.close();
  }
};

async function importInto(db: Database, asked: Asked, terminal: Terminal): Promise<number> {
  const { chosen, names } = await organizationsNamed(db, asked.organization);
  const [organization, another] = chosen;
  if (organization === undefined || another !== undefined) {
    terminal.note(organizationNeeded(names));
    return 2;
  }
  let told = { file: '', rows: 0 };
  const onProgress = (file: string, rows: number) => {
    if (file !== told.file) told = { file, rows: 0 };
    if (rows < told.rows + progressEvery) return;
    told = { file, rows };
    terminal.note(progressLine(file, rows));
  };
  const { dryRun, holdBack } = asked;
  const reports = await importFiles(db, asked.files.map(fileAt), {
    organizationId: organization.id,
    clock: terminal.clock,
    dryRun,
    holdBack,
    onProgress,
  });
  terminal.print(asked.json ? JSON.stringify(reports, null, 2) : reportText(reports));
  return reports.every(({ state, problems }) => problems.length === 0 && (state === 'kept' || state === 'checked')) ? 0 : 1;
}

function askedBy(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0 && !values.columns) return importUsage;
    return {
      files: positionals,
      dryRun: values['dry-run'],
      holdBack: values['hold-back'],
      json: values.json,
      columns: values.columns,
      organization: values.organization,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${importUsage}`;
  }
}
