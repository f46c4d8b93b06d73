import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { amend } from './amend-screen.command.ts';
import { answerCode } from './answer-code.command.ts';
import { labQueue } from './lab-queue.query.ts';
import { cupLog } from './log.query.ts';
import { record } from './record-batch.command.ts';
import { recordBreath } from './record-breath.command.ts';
import { codes } from './unknown-codes.query.ts';
import { recordLabResults } from './record-lab-results.command.ts';
import { walkIn } from './walk-in.query.ts';

/** What the reader of cups asks and says, and how a wrong entry is put right. */
export const drugScreens: ProceduresOf<Contract['drugScreens']> = {
  cupLog,
  walkIn,
  record,
  recordBreath,
  amend,
  codes,
  answerCode,
  labQueue,
  recordLabResults,
};
