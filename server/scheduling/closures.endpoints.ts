import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addClosure } from './add-closure.command.ts';
import { listClosures } from './closure-list.query.ts';
import { pastClosures } from './past-closures.query.ts';
import { previewClosure } from './preview-closure.query.ts';
import { removeClosure } from './remove-closure.command.ts';

export const closures: ProceduresOf<Contract['closures']> = {
  list: listClosures,
  past: pastClosures,
  preview: previewClosure,
  add: addClosure,
  remove: removeClosure,
};
