import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { caseloadPage, caseloadRequested } from './caseload-page.ts';

/** Whom somebody answers for, and what each of them asks for today. */
export const today: Procedure<Contract['caseload']['today']> = ({ for: whose, after }, context) =>
  caseloadPage(caseloadRequested(context, whose, '', after), context);
