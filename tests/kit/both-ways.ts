import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileNoteWords } from '#domain/imports/file-note-words.ts';
import type { ImportKind } from '#domain/imports/imports.ts';
import { answered, type Answer } from '#domain/imports/answers.ts';
import { importCommand } from '#server/cli/import.command.ts';
import type { Terminal } from '#server/cli/terminal.ts';
import { answer, oneImport, sendFile, settledImport } from './brought-files.ts';
import type { World } from './world.ts';

/** The two ways in which a file comes in: the page's calls, and `cairn import`. */
export const ways = ['page', 'command'] as const;
export type Way = (typeof ways)[number];

/** What became of a file: rows that went in, rows that were there, each row that is held as 'line column code', and what was said of the whole. */
export type Became = {
  readonly in: number;
  readonly here: number;
  readonly held: readonly string[];
  /** Why nothing of the file is read, in words; null where it is. */
  readonly refused: string | null;
  readonly notes: readonly string[];
};

type File = { readonly name?: string; readonly content: string | Uint8Array };
type Given = { readonly kind?: ImportKind; readonly answers?: readonly Answer[]; readonly source?: string };

export const bringIn = (world: World, way: Way, file: File, given: Given = {}): Promise<Became> =>
  way === 'page' ? byPage(world, file, given) : byCommand(world, file, given);

const refusedWith = async (response: Response): Promise<string> => {
  const { fields = [], detail = '' } = (await response.json()) as { fields?: readonly { message: string }[]; detail?: string };
  return fields.map(({ message }) => message).join(' ') || detail;
};

const nothing = { in: 0, here: 0, held: [], notes: [] };

async function byPage(world: World, { content, name = 'export.csv' }: File, { kind, answers = [], source }: Given): Promise<Became> {
  const sent = await sendFile(world, content, 'director', name);
  if (sent.status !== 200) return { ...nothing, refused: await refusedWith(sent) };
  const { id } = (await sent.json()) as { id: string };
  const { suggested, notes, columns } = await oneImport(world, id);
  const mapping = suggested.find((one) => kind === undefined || one.kind === kind);
  if (mapping === undefined) throw new Error('no kind was suggested');
  const matched = await world.as('director').post(`/imports/${id}/match`, {
    source: source ?? name,
    mapping: answered(
      mapping,
      answers,
      columns.map((column) => column.name),
    ),
  });
  if (matched.status !== 200) return { ...nothing, refused: await refusedWith(matched) };
  const { counts } = await settledImport(world, id);
  if (counts.ready > 0) {
    await answer(world.as('director').post(`/imports/${id}/runs`, {}), 'start');
    await settledImport(world, id);
  }
  const rows = await world.db
    .selectFrom('import_row')
    .select(['line', 'state', 'problems', 'changes'])
    .where('import_id', '=', id)
    .where('part_of', 'is', null)
    .orderBy('row')
    .execute();
  const held = rows.flatMap(({ line, state, problems, changes }) =>
    state === 'fix'
      ? (problems ?? []).map(({ column, code }) => `${line} ${column} ${code}`)
      : state === 'update'
        ? [`${line} would change ${(changes ?? []).map(({ field }) => field).join(', ')}`]
        : [],
  );
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return { in: count('in'), here: count('here'), held, refused: null, notes: notes.map(fileNoteWords) };
}

async function byCommand(world: World, { content, name = 'export.csv' }: File, { answers = [], source }: Given): Promise<Became> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-file-'));
  const path = join(folder, name);
  await writeFile(path, content);
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    note: () => undefined,
    clock: () => world.clock.now,
    address: 'http://cairn.test',
    installation: () => Promise.resolve({ db: world.db, secret: '', close: () => Promise.resolve() }),
  };
  const said = answers.flatMap(({ from, answer: word }) => ['--answer', `${from}=${word}`]);
  await importCommand(['--json', '--hold-back', ...(source === undefined ? [] : ['--source', source]), ...said, path], terminal);
  await rm(folder, { recursive: true });
  const [report] = JSON.parse(printed.join('\n')) as readonly Report[];
  if (report === undefined) throw new Error('nothing was reported');
  const { state, problems } = report;
  if (state === 'refused' && report.rows === 0)
    return { ...nothing, refused: problems.map(({ column, message, fix }) => [column, message, fix].filter(Boolean).join(' ')).join(' ') };
  return {
    in: report.added,
    here: report.here,
    held: problems.map((problem) =>
      problem.code === 'differs-from-stored'
        ? `${problem.line} would change ${(problem.columns ?? []).join(', ')}`
        : `${problem.line} ${problem.column} ${problem.code}`,
    ),
    refused: null,
    notes: report.notes.map(fileNoteWords),
  };
}

type Report = {
  readonly state: string;
  readonly rows: number;
  readonly added: number;
  readonly here: number;
  readonly notes: readonly Parameters<typeof fileNoteWords>[0][];
  readonly problems: readonly {
    readonly line: number | null;
    readonly column: string | null;
    readonly code: string;
    readonly columns?: readonly string[];
    readonly message: string;
    readonly fix: string;
  }[];
};
