import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addLot } from './add-panel-lot.command.ts';

export const panels: ProceduresOf<Contract['panels']> = { addLot };
