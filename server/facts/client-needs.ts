import { needsBeforeCare, needsOf } from '#domain/caseload-needs.ts';
import type { Need } from '#domain/caseload.ts';
import type { Context } from '../procedure.ts';
import type { Loaded } from './client-facts.ts';

/** What Today says of somebody in an open episode. */
export const needsIn = (
  facts: Loaded,
  { now, settings, zone, open }: Pick<Context, 'now' | 'settings' | 'zone' | 'open'>,
): readonly Need[] => (facts.started ? needsOf : needsBeforeCare)(facts, now, settings, zone, open);
