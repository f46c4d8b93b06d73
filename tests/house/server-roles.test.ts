import { expect, test } from 'vitest';
import { importsOf } from '#kit/imports.ts';
import { sourcesOf, type Source } from '#kit/sources.ts';
import { withoutComments } from '#kit/syntax.ts';

const server = sourcesOf(['server'], /\.ts$/);

const writes =
  /\b(insertInto|updateTable|deleteFrom|mergeInto)\(|\b(insert into|delete from) [a-z_"$]|\bupdate [a-z_"$]+ (?:[a-z]+ )?set\b/i;
const refuses = /\bnew Refusal\(|\brefuse[A-Z]\w*\(|\bthrow new Refusal\b/;

type Guard = { readonly rule: string; readonly files: RegExp; readonly trespass: RegExp };

const guards: readonly Guard[] = [
  { rule: 'what turns rows into facts never writes', files: /\.rows\.ts$/, trespass: writes },
  { rule: 'what turns rows into facts never refuses', files: /\.rows\.ts$/, trespass: refuses },
  { rule: 'what stores never refuses', files: /\.store\.ts$/, trespass: refuses },
  { rule: 'what is checked first never writes', files: /\.guards\.ts$/, trespass: writes },
  { rule: 'what answers a question never writes', files: /\.query\.ts$/, trespass: writes },
];

const trespassers = ({ files, trespass }: Guard, among: readonly Source[]): string[] =>
  among
    .filter(({ path }) => files.test(path))
    .filter((source) => trespass.test(withoutComments(source)))
    .map(({ path }) => path);

test.each(guards)('$rule', (guard) => {
  expect(server.some(({ path }) => guard.files.test(path))).toBe(true);
  expect(trespassers(guard, server)).toEqual([]);
});

test.each([
  ['x.rows.ts', "db.insertInto('screen').values(row);"],
  ['x.rows.ts', "throw new Refusal('not-found');"],
  ['x.rows.ts', 'const q = sql`update screen set slot_id = null`;'],
  ['x.store.ts', "throw refuseField('at', 'Say when.');"],
  ['x.guards.ts', 'const q = sql`delete from screen_slot where id = ${id}`;'],
  ['x.query.ts', "db.updateTable('client').set(row);"],
])('the guard sees that %s holds %s', (name, text) => {
  const planted = [{ path: `server/drug-screens/${name}`, text }];
  expect(guards.flatMap((guard) => trespassers(guard, planted))).toHaveLength(1);
});

const reads = /\.(rows|store|projection)\.ts$/;
const wordsFile = /(^|[/-])(words|sentences)(-\w+)?\.ts$/;
const importedWords = /\bimport\b[^'";]*\b\w+(?:Words|Sentences?|Label|Phrase)\b[^'";]*\bfrom\s*'/;

/** What reads or stores, and takes words from the files that make them or by the names that such words have. */
const speakers = (among: readonly Source[]): string[] =>
  among
    .filter(({ path }) => reads.test(path))
    .filter((source) => importsOf(source).some((imported) => wordsFile.test(imported)) || importedWords.test(withoutComments(source)))
    .map(({ path }) => path);

test('what reads or stores makes no sentence', () => {
  expect(server.filter(({ path }) => reads.test(path)).length).toBeGreaterThan(80);
  expect(speakers(server)).toEqual([]);
});

test.each([
  ['x.rows.ts', "import { safetyNames } from '#domain/safety/words.ts';"],
  ['x.rows.ts', "import { meetsWords } from '#domain/scheduling/meetings-words.ts';"],
  ['x.rows.ts', "import type { StoredRow } from '#domain/clients/merge-words.ts';"],
  ['x.rows.ts', "import { responseMenu, menuWords } from '#domain/adjustments/response-menu.ts';"],
  ['x.store.ts', "import { uploadWords } from './upload-words.ts';"],
  ['x.store.ts', "import { problemSentence } from '#domain/imports/problem-sentences.ts';"],
  ['x.projection.ts', "import { wordsNow } from '#domain/medications/words-now.ts';"],
])('the guard sees that %s speaks: %s', (name, text) => {
  expect(speakers([{ path: `server/drug-screens/${name}`, text }])).toHaveLength(1);
});

test('what answers a page may speak', () => {
  const text = "import { safetyNames } from '#domain/safety/words.ts';";
  expect(speakers([{ path: 'server/safety/client-concerns.query.ts', text }])).toEqual([]);
});

/** An endpoint is named by the register of its noun and by nothing else: what two of them share has a room of its own. */
const callersOfEndpoints = (among: readonly Source[]): string[] =>
  among
    .filter(({ path }) => !path.endsWith('.endpoints.ts') && path !== 'server/cli.ts')
    .flatMap((source) =>
      importsOf(source)
        .filter((imported) => /\.(command|query)\.ts$/.test(imported))
        .map((imported) => `${source.path} → ${imported}`),
    );

test('no file but a register imports a command or a query', () => {
  expect(callersOfEndpoints(sourcesOf(['server', 'mocks'], /\.ts$/))).toEqual([]);
});

test('the guard sees a command that leans on another', () => {
  const planted = [
    { path: 'server/episodes/end-episode.command.ts', text: "import { record } from '#server/attendance/record-attendance.command.ts';" },
  ];
  expect(callersOfEndpoints(planted)).toHaveLength(1);
});

const endpointsIn = ({ path, text }: Source): number =>
  [...withoutComments({ path, text }).matchAll(/^export const \w+: (?:Endpoint|Procedure|Answers)\w*</gm)].length;

test('a command or a query answers one endpoint', () => {
  const files = server.filter(({ path }) => /\.(command|query)\.ts$/.test(path) && !path.startsWith('server/cli/'));
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter((source) => endpointsIn(source) !== 1).map((source) => `${source.path}: ${endpointsIn(source)}`)).toEqual([]);
});

const rolesKnown =
  /\brole\b\s*[!=]==|[!=]==\s*'(?:therapist|tech|director|administrator)'|\.includes\([\w.]+\.role\)|'(?:staff\.)?role', '(?:=|<>|in)', ['[]|case '(?:therapist|tech|director|administrator)'/;
const knowsRoles = (among: readonly Source[]): string[] =>
  among
    .filter(({ path }) => !path.startsWith('server/access/'))
    .filter((source) => rolesKnown.test(withoutComments(source)))
    .map(({ path }) => path);

test('only access knows what a role may', () => {
  expect(knowsRoles([...server, ...sourcesOf(['src'], /\.tsx?$/)])).toEqual([]);
});

test.each(["if (actor.role === 'tech') refuse();", "const mayEdit = me?.role !== 'tech';", 'if (roles.includes(actor.role)) go();'])(
  'the guard sees %s',
  (text) => expect(knowsRoles([{ path: 'server/cohort/planted.ts', text }])).toHaveLength(1),
);
