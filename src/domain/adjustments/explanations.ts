/** What can account for a result so that nothing needs to change. Each still needs its reason in words. */
export const explanations = ['medication', 'carry-over', 'lab', 'other'] as const;
export type Explanation = (typeof explanations)[number];

/** What accounts for a result, and how it is known. */
export type Explained = { readonly because: Explanation; readonly words: string };
