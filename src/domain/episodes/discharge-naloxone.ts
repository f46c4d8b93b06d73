import { isOpioid, isStimulant } from '#domain/drug-screens/analytes.ts';
import type { DischargeReason } from './discharge-reasons.ts';
import { overdosePrompt } from '#domain/safety/overdose-prompt.ts';

// Words of the program's own list of substances; a word that isn't among them is read as it stands.
const opioidsOrStimulants =
  /opi|heroin|fentanyl|oxycod|hydrocod|morphine|methadone|buprenorphine|kratom|tramadol|stimulant|cocaine|crack|amphetamine|adderall|mdma/i;

/** Whether opioid or stimulant use is on the client's record: as the primary substance, or found on any screen of the episode. */
export const usesOpioidsOrStimulants = (primarySubstance: string | null, detected: readonly string[]): boolean =>
  (primarySubstance !== null && opioidsOrStimulants.test(primarySubstance)) || detected.some((code) => isOpioid(code) || isStimulant(code));

/** Whether naloxone and lost tolerance must be talked about before this closing (program rule): every closing of a person with such use, but a death. */
export const dischargeAsksNaloxone = (reason: DischargeReason, uses: boolean): boolean =>
  reason !== 'died' &&
  overdosePrompt({
    analytes: [],
    gap: null,
    opioidMedicationStopped: false,
    naltrexoneStopped: false,
    leaving: true,
    usesOpioidsOrStimulants: uses,
  }).length > 0;
