import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { add } from './add-medication.command.ts';
import { changeDose } from './change-dose.command.ts';
import { correct } from './correct-medication.command.ts';
import { editMap } from './edit-expectation-map.command.ts';
import { map } from './expectation-map.query.ts';
import { stop } from './stop-medication.command.ts';
import { verify } from './verify-medication.command.ts';
import { withdraw } from './withdraw-medication.command.ts';
import { answerReading } from './answer-reinterpretation.command.ts';

/** The medication list, what it should make analytes show, and screens that a changed list would read differently. */
export const medications: ProceduresOf<Contract['medications']> = {
  add,
  changeDose,
  stop,
  correct,
  withdraw,
  verify,
  answerReading,
  map,
  editMap,
};
