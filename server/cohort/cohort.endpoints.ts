import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { annotate } from './annotate-chart.command.ts';
import { overview } from './overview.query.ts';
import { people } from './people.query.ts';
import { rebase } from './rebase-chart.command.ts';
import { withdraw } from './withdraw-mark.command.ts';

/** The figures of a program or a caseload, the people behind them, and what is said on their charts. */
export const cohort: ProceduresOf<Contract['cohort']> = { overview, people, annotate, rebase, withdrawMark: withdraw };
