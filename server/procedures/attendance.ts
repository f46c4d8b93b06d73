import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '../procedure.ts';
import { addPerson, findPerson, removePerson } from './attendance/people.ts';
import { record } from './attendance/record.ts';
import { roster } from './attendance/roster.ts';

/** Who was where and for how long, as the people in the room say it. */
export const attendance: ProceduresOf<Contract['attendance']> = { roster, record, findPerson, addPerson, removePerson };
