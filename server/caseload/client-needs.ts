import type { Zone } from '#domain/calendar/calendar.ts';
import type { NeedShown } from '#contract/shown.ts';
import { needsAfterCare, needsBeforeCare, needsOf } from '#domain/caseload/tasks.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { momentAt, type GoodNews, type Need } from '#domain/caseload/order.ts';
import { needWords } from '#domain/caseload/words.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Loaded } from './facts-at.ts';

type Reading = Pick<Context, 'now' | 'settings' | 'open'>;

/** What somebody asks for now: before care, in it, or after their episode has closed. */
export function needsIn(facts: Loaded, { now, settings, open }: Reading): readonly Need[] {
  const needs = facts.closedOn !== null ? needsAfterCare : facts.started ? needsOf : needsBeforeCare;
  return needs(facts, now, settings, facts.zone, open);
}

/** What is worth saying out loud of somebody in care. */
export const goodNewsIn = (facts: Loaded, { now, settings }: Pick<Reading, 'now' | 'settings'>): readonly GoodNews[] =>
  facts.closedOn === null ? goodNewsOf(facts, now, settings, facts.zone) : [];

/** The needs in words, as pages show them. */
export const needsShown = (needs: readonly Need[], { now, settings, open }: Reading, zone: Zone): NeedShown[] =>
  needs.map(({ facts, ...need }) => ({ ...need, ...needWords({ facts }, momentAt(now, settings, zone, open)) }));
