import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { add } from './add-client.command.ts';
import { amend } from './amend-record.command.ts';
import { choices } from './client-choices.query.ts';
import { search } from './client-list.query.ts';
import { page } from './client-page.query.ts';
import { record } from './client-record.query.ts';
import { compare } from './compare-charts.query.ts';
import { count } from './count-clients.query.ts';
import { problems } from './data-problems.query.ts';
import { duplicates } from './duplicates.query.ts';
import { markNotDuplicate } from './mark-not-duplicate.command.ts';
import { merge } from './merge-clients.command.ts';
import { moreDuplicates } from './more-duplicates.query.ts';
import { moreProblems } from './more-problems.query.ts';

/** The charts of people, who they are and where they are in care. */
export const clients: ProceduresOf<Contract['clients']> = {
  add,
  amend,
  choices,
  compare,
  count,
  duplicates,
  markNotDuplicate,
  merge,
  moreDuplicates,
  moreProblems,
  page,
  problems,
  record,
  search,
};
