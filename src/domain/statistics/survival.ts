/** One person's time, and whether what is timed happened then or the watching stopped (censored). */
export type Observation = { readonly time: number; readonly event: boolean };

export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  /** Greenwood. */
  readonly standardError: number;
  /** 95% limits; null where the estimate is 0 and they don't exist. */
  readonly low: number | null;
  readonly high: number | null;
};

export const z95 = 1.959963984540054;

const distinct = (times: readonly number[]): readonly number[] => [...new Set(times)].toSorted((a, b) => a - b);

/** The 95% limits of a share between 0 and 1 on the log-log scale, which keeps them inside 0 and 1; null at 0, and exact at 1. */
export function logLogLimits(estimate: number, standardError: number): { readonly low: number | null; readonly high: number | null } {
  if (estimate <= 0) return { low: null, high: null };
  if (estimate >= 1) return { low: 1, high: 1 };
  const spread = (z95 * standardError) / (estimate * Math.abs(Math.log(estimate)));
  return { low: estimate ** Math.exp(spread), high: estimate ** Math.exp(-spread) };
}

/** The 95% limits on the log scale, as R's survfit gives them by default; the upper one is cut at 1. */
export function logLimits(estimate: number, standardError: number): { readonly low: number | null; readonly high: number | null } {
  if (estimate <= 0) return { low: null, high: null };
  const spread = Math.exp((z95 * standardError) / estimate);
  return { low: estimate / spread, high: Math.min(1, estimate * spread) };
}

/**
 * The Kaplan-Meier curve with Greenwood's standard error, one step at each distinct time. Those censored at a time are at risk at it.
 * Limits are log-log unless another scale is given.
 */
export function kaplanMeier(observations: readonly Observation[], limits = logLogLimits): readonly SurvivalStep[] {
  let survival = 1;
  let greenwood = 0;
  return distinct(observations.map(({ time }) => time)).map((time) => {
    const atRisk = observations.filter((one) => one.time >= time).length;
    const here = observations.filter((one) => one.time === time);
    const events = here.filter(({ event }) => event).length;
    survival *= 1 - events / atRisk;
    if (events < atRisk) greenwood += events / (atRisk * (atRisk - events));
    const standardError = survival * Math.sqrt(greenwood);
    return { time, atRisk, events, censored: here.length - events, survival, standardError, ...limits(survival, standardError) };
  });
}

/** The curve's height at a time: 1 before the first step. Null for nobody, or past the last time anyone was watched. */
export function survivalAt(curve: readonly SurvivalStep[], time: number): number | null {
  const last = curve.at(-1);
  if (last === undefined || (time > last.time && last.survival > 0)) return null;
  return curve.findLast((step) => step.time <= time)?.survival ?? 1;
}

// Half reached by multiplying fractions may miss 0.5 by rounding alone.
const crossingTolerance = 1e-9;

const firstAt = (curve: readonly SurvivalStep[], left: number, of: (step: SurvivalStep) => number | null): number | null =>
  curve.find((step) => step.events > 0 && (of(step) ?? 0) <= left + crossingTolerance)?.time ?? null;

/**
 * The first time by which a share (0 to 1) of the people had the event, by the survival curve with open ones censored (program rule);
 * null where the curve never gets there. Every median and quantile of the product is this one.
 */
export const quantileOf = (curve: readonly SurvivalStep[], share: number): number | null =>
  firstAt(curve, 1 - share, ({ survival }) => survival);

/** The first time by which half had the event, with limits where the curve's own limits cross one half; null where not reached. */
export const medianOf = (
  curve: readonly SurvivalStep[],
): { readonly median: number | null; readonly low: number | null; readonly high: number | null } => ({
  median: quantileOf(curve, 0.5),
  low: firstAt(curve, 0.5, ({ low, survival }) => (survival === 0 ? 0 : low)),
  high: firstAt(curve, 0.5, ({ high, survival }) => (survival === 0 ? 1 : high)),
});
