import { readFileSync } from 'node:fs';
import { become, built, installed } from './machine.mjs';

const [entry, ...rest] = process.argv.slice(2);
installed();
if (entry === 'server/main.ts' || entry === 'tests/bench/run.ts') built();
// Node would let what is new grow to many times this before it looks what of it is still needed: half of what an import held was nothing.
const flags = JSON.parse(readFileSync(new URL('node-flags.json', import.meta.url), 'utf8'));
become('node', [...flags, entry, ...rest]);
