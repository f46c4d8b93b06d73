import type { Validity } from './interpret.ts';

/** What a laboratory measured of a specimen itself. Null where it reports no such value. */
export type ValidityReadings = {
  /** mg/dL */
  readonly creatinine: number | null;
  /** Relative to water, 1.020. */
  readonly gravity: number | null;
  readonly ph: number | null;
  /** Whether an oxidant, nitrite or another substance that doesn't belong there was found. */
  readonly foreign: boolean | null;
};

export type ReadValidity = { readonly validity: Validity; readonly because: 'low-creatinine-no-gravity' | null };

/**
 * What the measures of a specimen say of its validity (HHS mandatory guidelines for urine; 49 CFR part 40). Low creatinine alone can't tell dilute from
 * normal, so its negatives prove nothing: it is read as dilute, with the reason. Null where the measures leave it open: very low creatinine without a
 * gravity, a foreign substance that isn't measured, or a gravity without the creatinine that it is read beside.
 */
export function validityOf({ creatinine, gravity, ph, foreign }: ValidityReadings): ReadValidity | null {
  if (foreign === true) return null;
  if (ph !== null && (ph < 4 || ph >= 11)) return found('adulterated');
  if (ph !== null && (ph < 4.5 || ph >= 9)) return found('invalid');
  if (creatinine === null) return gravity === null ? found(ph === null ? 'not-tested' : 'valid') : null;
  if (creatinine >= 20) return gravity !== null && gravity <= 1.001 ? found('invalid') : found('valid');
  if (gravity === null) return creatinine < 2 ? null : { validity: 'dilute', because: 'low-creatinine-no-gravity' };
  if (creatinine < 2) return found(gravity <= 1.001 || gravity >= 1.02 ? 'substituted' : 'invalid');
  if (gravity <= 1.001) return found('invalid');
  return found(gravity < 1.003 ? 'dilute' : 'valid');
}

const found = (validity: Validity): ReadValidity => ({ validity, because: null });
