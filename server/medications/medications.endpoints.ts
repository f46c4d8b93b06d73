import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { add, changeDose, correct, stop, withdraw } from './change-medication.command.ts';
import { editMap, map } from './expectation-map.command.ts';
import { answerReading } from './answer-reinterpretation.command.ts';

/** The medication list, what it should make analytes show, and screens that a changed list would read differently. */
export const medications: ProceduresOf<Contract['medications']> = { add, changeDose, stop, correct, withdraw, answerReading, map, editMap };
