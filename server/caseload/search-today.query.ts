import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { caseloadPage, caseloadRequested } from './caseload-page.ts';

/** Today, of those alone whose name or group holds what is typed. */
export const search: Procedure<Contract['caseload']['search']> = ({ for: whose, text, after }, context) =>
  caseloadPage(caseloadRequested(context, whose, text, after), context);
