/** What a team looks at again with its client, and signs that it did. */
export const reviewKinds = ['instrument', 'goal', 'phase', 'care-plan', 'continuing-care'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** A phase review decides one of these. There is no way back: a result moves nobody. */
export const phaseDecisions = ['stay', 'move-on'] as const;
export type PhaseDecision = (typeof phaseDecisions)[number];
