import { parseArgs } from 'node:util';
import { access } from 'node:fs/promises';
import type { Database } from '#server/database/pool.ts';
import { fileAt } from '#server/imports/csv/file-bytes.ts';
import { importFiles } from '#server/imports/import-files.ts';
import { intakes } from '#server/imports/intakes.ts';
import type { Answer } from '#domain/imports/answers.ts';
import type { Command, Terminal } from './terminal.ts';
import { columnsText, progressLine, reportJson, reportText } from './import-words.ts';
import { organizationsNamed } from './organizations.rows.ts';
import { answerUnclear, importUsage, organizationNeeded } from './usage-words.ts';

const options = {
  'dry-run': { type: 'boolean', default: false },
  'hold-back': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  columns: { type: 'boolean', default: false },
  organization: { type: 'string' },
  source: { type: 'string' },
  answer: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const progressEvery = 5_000;

type Requested = {
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly holdBack: boolean;
  readonly json: boolean;
  readonly columns: boolean;
  readonly organization: string | undefined;
  readonly source: string | undefined;
  readonly answers: readonly Answer[];
};

/** Imports CSV files: 0 where every file was taken, 1 where one was refused, 2 where it isn't clear what is asked. */
export const importCommand: Command = async (args, terminal) => {
  const requested = requestedBy(args);
  if (typeof requested === 'string') {
    terminal.note(requested);
    return 2;
  }
  if (requested.columns) {
    terminal.print(columnsText(intakes));
    return 0;
  }
  for (const file of requested.files) {
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
  const installation = await terminal.installation();
  try {
    return await importInto(installation.db, requested, terminal);
  } finally {
    await installation.close();
  }
};

async function importInto(db: Database, requested: Requested, terminal: Terminal): Promise<number> {
  const { chosen, names } = await organizationsNamed(db, requested.organization);
  const [organization, another] = chosen;
  if (organization === undefined || another !== undefined) {
    terminal.note(organizationNeeded(names));
    return 2;
  }
  let progress = { file: '', rows: 0 };
  const onProgress = (file: string, rows: number) => {
    if (file !== progress.file) progress = { file, rows: 0 };
    if (rows < progress.rows + progressEvery) return;
    progress = { file, rows };
    terminal.note(progressLine(file, rows));
  };
  const { dryRun, holdBack, source, answers } = requested;
  const reports = await importFiles(db, requested.files.map(fileAt), {
    organizationId: organization.id,
    clock: terminal.clock,
    dryRun,
    holdBack,
    answers,
    ...(source !== undefined && { source }),
    onProgress,
  });
  terminal.print(requested.json ? reportJson(reports) : reportText(reports));
  return reports.every(({ state, problems }) => problems.length === 0 && (state === 'kept' || state === 'checked')) ? 0 : 1;
}

function requestedBy(args: readonly string[]): Requested | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0 && !values.columns) return importUsage;
    const answers = values.answer.map(answerIn);
    const unclear = values.answer.find((_, at) => answers[at] === null);
    if (unclear !== undefined) return answerUnclear(unclear);
    return {
      files: positionals,
      dryRun: values['dry-run'],
      holdBack: values['hold-back'],
      json: values.json,
      columns: values.columns,
      organization: values.organization,
      source: values.source,
      answers: answers.filter((answer) => answer !== null),
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${importUsage}`;
  }
}

/** 'Service Date=month-first' */
function answerIn(text: string): Answer | null {
  const at = text.lastIndexOf('=');
  return at <= 0 || at === text.length - 1 ? null : { from: text.slice(0, at).trim(), answer: text.slice(at + 1).trim() };
}
