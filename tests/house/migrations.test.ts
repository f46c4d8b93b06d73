import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checksumOf } from '#server/database/migration-checksums.ts';
import { migrations } from '#server/database/migrations/index.ts';

const frozen = new URL('../../server/database/migrations/checksums.json', import.meta.url);

test('no frozen migration says anything else than when it was frozen (a new one, or one not yet released: node scripts/freeze-migrations.mjs)', async () => {
  const now = await Promise.all(Object.entries(migrations).map(async ([name, migration]) => [name, await checksumOf(migration)] as const));
  expect(Object.fromEntries(now)).toEqual(JSON.parse(readFileSync(frozen, 'utf8')));
});
