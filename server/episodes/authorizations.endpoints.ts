import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addAuthorization } from './add-authorization.command.ts';
import { editAuthorization } from './edit-authorization.command.ts';
import { reviewAuthorization } from './review-authorization.command.ts';

/** What payers authorized. */
export const authorizations: ProceduresOf<Contract['authorizations']> = {
  add: addAuthorization,
  edit: editAuthorization,
  review: reviewAuthorization,
};
