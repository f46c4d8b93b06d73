import { writeFileSync } from 'node:fs';
import { checksumOf } from '../server/database/migration-checksums.ts';
import { migrations } from '../server/database/migrations/index.ts';

// Writes down what each migration says now. Until the first release the baseline may still be edited: run this afterwards. Once an installation
// exists, run it only for a migration that is new: a database whose migrations were edited is refused at start.
const checksums = {};
for (const name of Object.keys(migrations).sort()) checksums[name] = await checksumOf(migrations[name]);
writeFileSync(new URL('../server/database/migrations/checksums.json', import.meta.url), `${JSON.stringify(checksums, null, 2)}\n`);
