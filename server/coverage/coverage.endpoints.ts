import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { add, change } from './agree-coverage.command.ts';
import { acknowledge, transfer } from './transfer-clients.command.ts';
import { list } from './coverage-list.query.ts';

/** Who answers for whose clients, for some days or from now on. */
export const coverage: ProceduresOf<Contract['coverage']> = { list, add, change, transfer, acknowledge };
