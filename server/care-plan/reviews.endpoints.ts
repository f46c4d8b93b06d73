import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { ofClient } from './client-reviews.query.ts';
import { recordReview } from './record-review.command.ts';

/** Reviews of instruments, goals, phases and plans. */
export const reviews: ProceduresOf<Contract['reviews']> = { ofClient, record: recordReview };
