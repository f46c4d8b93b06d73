import { dischargeNames } from './discharge-reasons-words.ts';
import type { DischargeReason } from './discharge-reasons.ts';

/** One ending that waits for a second signature, in a line: asked by somebody, or of somebody. */
export const endingLine = (reason: DischargeReason, closedOn: string, who: { readonly by: string } | { readonly to: string }): string =>
  'by' in who
    ? `${who.by} asks for your signature: ${dischargeNames[reason]}, last day ${closedOn}`
    : `waits for the signature of ${who.to}: ${dischargeNames[reason]}, last day ${closedOn}`;
