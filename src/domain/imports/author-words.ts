import type { ImportAuthor } from './imports.ts';

/** 'the file from Kipu that Ruth Ortiz brought in': a file's own name may name somebody else, so it isn't said on a record. */
export const authorWords = ({ source, by }: ImportAuthor): string =>
  [source === null ? 'a file' : `the file from ${source}`, by === null ? null : `that ${by} brought in`]
    .filter((part) => part !== null)
    .join(' ');
