import type { Trigger } from './open.ts';

/** An adjustment as it stands when a screen that it answers is amended. */
export type AmendedCause = {
  readonly trigger: Trigger;
  readonly analytes: readonly string[];
  /** Whether its cause was corrected away before. */
  readonly amended: boolean;
};

/** What becomes of it: nothing, all of its cause is gone, or it answers fewer analytes than it did. */
export type AfterAmendment =
  | { readonly is: 'unchanged' }
  | { readonly is: 'amended' }
  | { readonly is: 'narrowed'; readonly analytes: readonly string[] };

/**
 * What an adjustment is after a screen that it answers was amended (program rule). `causes` are the analytes, or the whole specimen, that one of
 * its screens still asks about. Only what a screen opened can lose its cause, and it loses it once.
 */
export function afterAmendment({ trigger, analytes, amended }: AmendedCause, causes: ReadonlySet<string>): AfterAmendment {
  if (trigger !== 'screen' || amended) return { is: 'unchanged' };
  if (causes.size === 0) return { is: 'amended' };
  const kept = analytes.filter((analyte) => causes.has(analyte));
  return kept.length === analytes.length ? { is: 'unchanged' } : { is: 'narrowed', analytes: kept };
}
