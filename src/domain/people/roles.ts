/** What a member of staff does here. One role each. */
export const roles = ['therapist', 'tech', 'director', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** How a member of staff stands to a client. */
export type Relation = 'own-caseload' | 'same-organization' | 'none';
