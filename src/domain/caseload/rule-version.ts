/** The version of the rules of Today. Raised whenever they would answer otherwise for the same records, so that what is stored is worked out anew. */
export const taskRuleVersion = 2;
