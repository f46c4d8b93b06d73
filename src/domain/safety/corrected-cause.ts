import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { AmendedScreen } from './amended-screen.ts';
import { safetyOpenings, type SafetyKind } from './safety-clock.ts';

/**
 * Whether the result that started a clock was corrected so that it would start none now (rules.md 2.8 and 3). It stops nothing: a clock is closed
 * by a signed check alone, and somebody may have acted on what was said first. What can't be read, or isn't yet, corrects nothing.
 */
export function causeCorrected(kind: SafetyKind, amended: AmendedScreen | null, settings: ProgramSettings): boolean {
  if (amended === null) return false;
  if (amended.ofAnother) return true;
  if (kind === 'breath-alcohol' ? amended.breathAlcohol === null : isUnknown(amended.findings)) return false;
  const still = safetyOpenings(
    {
      item9: null,
      breathAlcohol: amended.breathAlcohol,
      analytes: Object.entries(amended.findings ?? {}).map(([analyte, finding]) => ({ analyte, finding })),
      opioidMedicationStopped: false,
      returned: false,
      reported: [],
    },
    settings,
  );
  return !still.includes(kind);
}

const isUnknown = (findings: AmendedScreen['findings']): boolean =>
  findings === null || Object.values(findings).some((finding) => finding === 'pending' || finding === 'not-interpretable');
