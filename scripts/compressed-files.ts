import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const textual = /\.(js|css|svg|html)$/;

/** Writes each built file of text packed beside it, once, so that the server hands it out as it is. */
export const compressedFiles = (): Plugin => ({
  name: 'packed-files',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    const names = readdirSync(dir, { recursive: true }).map(String);
    for (const name of names.filter((one) => textual.test(one))) {
      const bytes = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});
