import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { fix } from './fix-cell.command.ts';
import { held } from './held-rows.query.ts';
import { list } from './import-list.query.ts';
import { one } from './import-page.query.ts';
import { rows } from './import-rows.query.ts';
import { keep } from './keep-columns.command.ts';
import { match } from './match-columns.command.ts';
import { missing } from './missing-clients.query.ts';
import { retry } from './retry-import.command.ts';
import { skip } from './skip-rows.command.ts';
import { start } from './start-import.command.ts';
import { throwAway } from './throw-away.command.ts';
import { undo } from './undo-import.command.ts';
import { upload } from './upload.command.ts';

export const imports: ProceduresOf<Contract['imports']> = {
  list,
  upload,
  one,
  match,
  rows,
  fix,
  skip,
  keep,
  start,
  retry,
  held,
  missing,
  undo,
  throwAway,
};
