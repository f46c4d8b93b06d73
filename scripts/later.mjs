import { existsSync } from 'node:fs';
import { become, built, installed, log } from './machine.mjs';

// Debian's libfaketime moves the clock of everything that is started here: the tests, the server and PostgreSQL; the browser’s stays as it is.
const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`);
const library = libraries.find((path) => existsSync(path));
if (library === undefined) {
  log('The suite is run a year on with Debian’s faketime. Install it: sudo apt-get install faketime');
  process.exit(1);
}

installed();
built();
const by = process.env.CAIRN_LATER ?? '+365d';
log(`Running the suite at ${by} of today. What is measured between two moments runs on as it is.`);
const [part, ...rest] = process.argv.slice(2);
const partOf = (name) => (name === 'e2e' ? ['playwright', ['test', ...rest]] : ['vitest', ['run', '--project', name, ...rest]]);
const [command, args] = part === undefined ? ['node', ['scripts/test.mjs']] : partOf(part);
become(command, args, {
  LD_PRELOAD: library,
  FAKETIME: by,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  // Without it, each process would share one clock through memory that PostgreSQL's own user may not read.
  FAKETIME_NO_CACHE: '1',
});
