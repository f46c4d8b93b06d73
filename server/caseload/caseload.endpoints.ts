import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { recordNotification } from './record-notification.command.ts';
import { snooze } from './snooze-task.command.ts';
import { nothingNeeded } from './nothing-needed.query.ts';
import { search } from './search-today.query.ts';
import { today } from './today.query.ts';

/** Today: the clients whom somebody answers for, with what each asks for. */
export const caseload: ProceduresOf<Contract['caseload']> = { today, search, nothingNeeded, snooze, recordNotification };
