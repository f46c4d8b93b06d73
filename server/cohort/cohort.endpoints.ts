import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { overview } from './overview.query.ts';
import { people } from './people.query.ts';

/** The figures of a program or a caseload, and the people behind them. */
export const cohort: ProceduresOf<Contract['cohort']> = { overview, people };
