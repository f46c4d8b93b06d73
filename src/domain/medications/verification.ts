/** How somebody can come to know that a medication is taken as it is on the list (program rule 1.5). */
export const waysToVerify = ['bottle', 'pharmacy', 'pdmp', 'prescriber'] as const;
export type WayToVerify = (typeof waysToVerify)[number];

/** The same, and that the program's own record brought it in. */
export const verifiedHows = [...waysToVerify, 'program-record'] as const;
export type VerifiedHow = (typeof verifiedHows)[number];
