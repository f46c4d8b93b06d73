import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addPerson, findPerson, removePerson } from './walk-ins.command.ts';
import { record } from './record-attendance.command.ts';
import { roster } from './roster.query.ts';

/** Who was where and for how long, as the people in the room say it. */
export const attendance: ProceduresOf<Contract['attendance']> = { roster, record, findPerson, addPerson, removePerson };
