import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { since } from './changes-since.query.ts';

export const changes: ProceduresOf<Contract['changes']> = { since };
