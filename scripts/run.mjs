import { readFileSync } from 'node:fs';
import { become, built, installed } from './machine.mjs';

const [entry, ...rest] = process.argv.slice(2);
installed();
if (entry === 'server/main.ts' || entry === 'tests/bench/run.ts') built();
// Node would let its heap grow to many times what is needed before it looks; and what it made of the sources once, it needn't make again.
const { flags, environment } = JSON.parse(readFileSync(new URL('as-started.json', import.meta.url), 'utf8'));
become('node', [...flags, entry, ...rest], environment);
