import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '../procedure.ts';
import { add, changeDose, correct, stop, withdraw } from './medications/listed.ts';
import { editMap, map } from './medications/map.ts';
import { answerReading } from './medications/read-again.ts';

/** The medication list, what it should make analytes show, and screens that a changed list would read differently. */
export const medications: ProceduresOf<Contract['medications']> = { add, changeDose, stop, correct, withdraw, answerReading, map, editMap };
