import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '../procedure.ts';
import { amend } from './drug-screens/amend.ts';
import { cupLog } from './drug-screens/cup-log.ts';
import { record } from './drug-screens/record.ts';
import { recordBreath } from './drug-screens/record-breath.ts';
import { walkIn } from './drug-screens/walk-in.ts';

/** What the reader of cups asks and says, and how a wrong entry is put right. */
export const drugScreens: ProceduresOf<Contract['drugScreens']> = { cupLog, walkIn, record, recordBreath, amend };
