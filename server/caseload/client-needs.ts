import { needsBeforeCare, needsOf } from '#domain/caseload/tasks.ts';
import type { Need } from '#domain/caseload/order.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Loaded } from './client-facts.rows.ts';

/** What Today says of somebody in an open episode. */
export const needsIn = (
  facts: Loaded,
  { now, settings, zone, open }: Pick<Context, 'now' | 'settings' | 'zone' | 'open'>,
): readonly Need[] => (facts.started ? needsOf : needsBeforeCare)(facts, now, settings, zone, open);
