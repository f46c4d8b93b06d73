import type { Zone } from '#domain/calendar/calendar.ts';
import type { NeedShown } from '#contract/shown.ts';
import { needsBeforeCare, needsOf } from '#domain/caseload/tasks.ts';
import { momentAt, type Need } from '#domain/caseload/order.ts';
import { needWords } from '#domain/caseload/words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Loaded } from './facts-at.ts';

type Reading = Pick<Context, 'now' | 'settings' | 'open'>;

/** What somebody in an open episode asks for now. */
export const needsIn = (facts: Loaded, { now, settings, open }: Reading): readonly Need[] =>
  (facts.started ? needsOf : needsBeforeCare)(facts, now, settings, facts.zone, open);

/** The needs in words, as pages show them. */
export const needsShown = (needs: readonly Need[], { now, settings, open }: Reading, zone: Zone): NeedShown[] =>
  needs.map(({ facts, ...need }) => ({ ...need, ...needWords({ facts }, momentAt(now, settings, zone, open)) }));
