import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { beingWorkedOut, staleLookedFor } from '#server/projections/fresh-answers.ts';
import { caseloadRequested } from './caseload-page.ts';
import { loadPersons } from './today-persons.ts';
import { nothingNeededPersons, staleOf } from './today.rows.ts';

const page = 50;

/** Those of a caseload who need nothing today, by name. */
export const nothingNeeded: Procedure<Contract['caseload']['nothingNeeded']> = async ({ for: whose, text, after }, context) => {
  const requested = caseloadRequested(context, whose, text, after);
  beingWorkedOut(context, await staleOf(context, requested.whose, staleLookedFor));
  const rows = await context.record.seen(nothingNeededPersons(context, requested, page + 1));
  const shown = await loadPersons(rows, requested.whose, context);
  const drawn = rows.slice(0, page);
  return { clients: drawn.map(shown.nothingNeeded), next: rows.length > page ? (drawn.at(-1)?.client_id ?? null) : null };
};
