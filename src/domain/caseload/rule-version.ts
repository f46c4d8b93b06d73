/** The version of the rules of Today and of the weeks of care. Raised whenever they would answer otherwise for the same records, so that what is stored is worked out anew. */
export const taskRuleVersion = 4;
