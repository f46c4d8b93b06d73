import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseCareOfListed } from './client-list.guards.ts';
import { countListed } from './client-list.rows.ts';

/** How many clients a list has in all, asked apart from its rows. */
export const count: ProceduresOf<Contract['clients']>['count'] = async (requested, context) => {
  refuseCareOfListed(context.actor, requested);
  return { total: await countListed(requested, context) };
};
