import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { acknowledge } from './acknowledge-handover.command.ts';
import { add } from './add-coverage.command.ts';
import { clients } from './caseload-clients.query.ts';
import { change } from './change-coverage.command.ts';
import { list } from './coverage-list.query.ts';
import { past } from './past-coverage.query.ts';
import { transfer } from './transfer-clients.command.ts';

/** Who answers for whose clients, for some days or from now on. */
export const coverage: ProceduresOf<Contract['coverage']> = { list, past, clients, add, change, transfer, acknowledge };
