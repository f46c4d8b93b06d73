import { existsSync } from 'node:fs';
import { join } from 'node:path';

const named = process.env['CAIRN_DATA'];

/** Where the study's tables are; null where CAIRN_DATA names no folder that has them. */
export const studyFolder: string | null =
  named === undefined ? null : ([join(named, 'ctn0094'), named].find((candidate) => existsSync(join(candidate, 'everybody.csv'))) ?? null);
