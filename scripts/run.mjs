import { become, built, installed } from './machine.mjs';

const [entry, ...rest] = process.argv.slice(2);
installed();
if (entry === 'server/main.ts' || entry === 'tests/bench/run.ts') built();
become('node', [entry, ...rest]);
