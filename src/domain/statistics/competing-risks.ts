import { logLogLimits } from './survival.ts';

/** One person's time and what ended it; null where nothing has. */
export type CausedObservation = { readonly time: number; readonly cause: string | null };

export type IncidenceStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly incidence: number;
  readonly standardError: number;
  readonly low: number | null;
  readonly high: number | null;
};

type Count = {
  readonly time: number;
  readonly atRisk: number;
  readonly all: number;
  readonly own: number;
  readonly before: number;
  readonly incidence: number;
};

function counts(observations: readonly CausedObservation[], cause: string): readonly Count[] {
  let survival = 1;
  let incidence = 0;
  return [...new Set(observations.map(({ time }) => time))]
    .toSorted((a, b) => a - b)
    .map((time) => {
      const atRisk = observations.filter((one) => one.time >= time).length;
      const ended = observations.filter((one) => one.time === time && one.cause !== null);
      const own = ended.filter((one) => one.cause === cause).length;
      const before = survival;
      incidence += (before * own) / atRisk;
      survival *= 1 - ended.length / atRisk;
      return { time, atRisk, all: ended.length, own, before, incidence };
    });
}

// Delta-method variance of the cumulative incidence (Marubini and Valsecchi 1995).
function variance(steps: readonly Count[], upTo: number): number {
  const reached = steps[upTo]?.incidence ?? 0;
  return steps.slice(0, upTo + 1).reduce((sum, { atRisk, all, own, before, incidence }) => {
    const gap = reached - incidence;
    const leaving = atRisk > all ? all / (atRisk * (atRisk - all)) : 0;
    return sum + gap ** 2 * leaving + (before ** 2 * own * (atRisk - own)) / atRisk ** 3 - (2 * gap * before * own) / atRisk ** 2;
  }, 0);
}

/**
 * The Aalen-Johansen share of people whom one cause had ended by each time, other causes competing and not censored.
 * With one cause only it equals 1 less the Kaplan-Meier curve. 95% limits on the log-log scale.
 */
export function cumulativeIncidence(observations: readonly CausedObservation[], cause: string): readonly IncidenceStep[] {
  const steps = counts(observations, cause);
  return steps.map(({ time, atRisk, incidence }, index) => {
    const standardError = Math.sqrt(Math.max(0, variance(steps, index)));
    return { time, atRisk, incidence, standardError, ...logLogLimits(incidence, standardError) };
  });
}

/** The incidence at a time: 0 before the first step, the last value after it. */
export const incidenceAt = (steps: readonly IncidenceStep[], time: number): number =>
  steps.findLast((step) => step.time <= time)?.incidence ?? 0;
