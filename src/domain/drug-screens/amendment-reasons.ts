/** Why somebody puts a stored screen right by another one. */
export const amendmentReasons = ['misread-strip', 'wrong-client', 'wrong-date', 'lab-correction', 'other'] as const;

/** The same, and that a clinician read a screen again because the medication list has changed. */
export const storedAmendmentReasons = [...amendmentReasons, 'medication-list'] as const;
export type StoredAmendmentReason = (typeof storedAmendmentReasons)[number];
