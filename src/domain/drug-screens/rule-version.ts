/** The version of the rule that reads a screen. Raised whenever `findingOf` would read a stored result differently, so that projections are rebuilt. */
export const readingRuleVersion = 1;

/** Why a stored screen is put right by another one. */
export const amendmentReasons = ['misread-strip', 'wrong-client', 'wrong-date', 'lab-correction', 'other'] as const;
