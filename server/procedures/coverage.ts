import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '../procedure.ts';
import { add, change } from './coverage/agreed.ts';
import { acknowledge, transfer } from './coverage/handed-over.ts';
import { list } from './coverage/list.ts';

/** Who answers for whose clients, for some days or from now on. */
export const coverage: ProceduresOf<Contract['coverage']> = { list, add, change, transfer, acknowledge };
