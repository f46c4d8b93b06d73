import { compare, type BeforeAfter, type ComparedFacts } from '#domain/adjustments/before-after.ts';
import { dayAt, earliest, type Day } from '#domain/calendar/calendar.ts';
import { beforeAndAfter } from '#domain/adjustments/states.ts';
import type { Adjustment } from '#domain/adjustments/open.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

type Signed = Pick<Adjustment, 'id' | 'signedAt'>;
type Facts = Omit<ComparedFacts, 'now' | 'zone'> & {
  readonly admittedOn: Day;
  readonly adjustments: readonly Signed[];
};

/**
 * The days before and after one signed adjustment of a client, compared; null where it isn't signed.
 * The windows end at the signing of another adjustment, whether or not it changed the plan, and not at the result that asked for it, which belongs to
 * the days after.
 */
export function beforeAfterOf(
  adjustment: Signed,
  facts: Facts,
  { now, zone, settings }: Pick<Context, 'now' | 'zone' | 'settings'>,
): BeforeAfter | null {
  const { signedAt } = adjustment;
  if (signedAt === null) return null;
  const later = facts.adjustments.flatMap((other) =>
    other.id !== adjustment.id && other.signedAt !== null && other.signedAt > signedAt ? [other.signedAt] : [],
  );
  const next = earliest(later);
  const windows = beforeAndAfter({
    signedOn: dayAt(signedAt, zone),
    admittedOn: facts.admittedOn,
    nextAdjustmentOn: next === null ? null : dayAt(next, zone),
    today: earliest([dayAt(now, zone), ...(facts.closedOn === null ? [] : [facts.closedOn])]) ?? dayAt(now, zone),
    settings,
  });
  return compare(windows, settings.beforeAfterDays, { ...facts, now, zone });
}
