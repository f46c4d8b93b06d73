import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { built, installed, run, log } from './machine.mjs';

const reports = mkdtempSync(join(tmpdir(), 'cairn-reports-'));
// A log that nobody watches needs no colors.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const total = { passed: 0, failed: 0, skipped: 0 };

function count(passed, failed, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function step(title, command, args) {
  log(`\n== ${title}`);
  const ok = run(command, args) === 0;
  count(ok ? 1 : 0, ok ? 0 : 1);
}

/** A run that ends badly without a failing test (a set-up that fell over) counts as one that failed. */
function counted(title, report, command, args, env, read) {
  log(`\n== ${title}`);
  const code = run(command, args, { env: { ...env, ...plain } });
  const file = join(reports, report);
  const found = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  count(found.passed, code !== 0 && found.failed === 0 ? 1 : found.failed, found.skipped);
}

function vitest(project, title = project, env = {}, more = []) {
  const report = `${title.replaceAll(/\W+/g, '-')}.json`;
  // Two at a time: a test waits for the database about as long as it works.
  const args = [
    'run',
    '--project',
    project,
    '--maxWorkers=2',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(reports, report)}`,
    ...more,
  ];
  counted(title, report, 'vitest', args, env, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }));
}

const seenAbove = [
  'database/crash',
  'installation/installation',
  'database/local-postgres',
  'attendance/attendance-recount',
  'projections/parallel-writers',
  'imports/intake-speed',
  'imports/imports-speed',
  'http/concurrency-limit',
  'http/logs',
  'identity/links',
  'identity/sign-in',
  'http/requests',
  'http/open-api',
  'http/promises-fuzz',
  'http/promises-idempotency',
  'http/promises-unknown',
  'http/promises-written-down',
  'http/promises-headers',
  'http/promises-limits',
  'http/promises-two-hands',
  'http/promises-database-gone',
];

function ownPostgres() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).filter((version) => existsSync(join(root, version, 'bin/initdb'))) : [];
  return versions.filter((version) => Number(version) >= 15).map((version) => join(root, version, 'bin'))[0] ?? null;
}

installed();
const chromium = browser();
built();
step('types', 'tsc', ['--noEmit']);
step('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
step('format', 'oxfmt', ['--check']);
step('unused', 'knip', []);
vitest('house');
vitest('unit');
vitest('api');
const own = ownPostgres();
if (own === null) log('\n== api on a PostgreSQL of the system: not run, there is none here');
// What starts a database of its own, counts on the clock, or asks no SQL of its own, has been tested above.
else
  vitest(
    'api',
    `api on ${own}`,
    { CAIRN_TEST_POSTGRES: own },
    seenAbove.map((name) => `--exclude=tests/api/${name}.test.ts`),
  );
vitest('ui');
if (process.env.CAIRN_DATA === undefined) log('\n== conformance: not run, CAIRN_DATA names no folder');
else vitest('conformance', 'conformance', { CHROMIUM_PATH: chromium });
counted(
  'e2e',
  'e2e.json',
  'playwright',
  ['test'],
  { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
  ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }),
);

log(`\n${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`);
process.exit(total.failed === 0 ? 0 : 1);
