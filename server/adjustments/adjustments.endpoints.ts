import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { one } from './adjustment-page.query.ts';
import { explain } from './explain-result.command.ts';
import { recordOutcome } from './record-outcome.command.ts';
import { talk } from './record-talk.command.ts';
import { sign } from './sign-adjustment.command.ts';
import { shareCorrection } from './share-correction.command.ts';
import { speakOfLaterResults } from './speak-of-later-results.command.ts';
import { start } from './start-adjustment.command.ts';

export const adjustments: ProceduresOf<Contract['adjustments']> = {
  one,
  start,
  talk,
  explain,
  sign,
  speakOfLaterResults,
  shareCorrection,
  recordOutcome,
};
