/** The version of the rule that reads a screen. Raised whenever `findingOf` would read a stored result differently, so that projections are rebuilt. */
export const readingRuleVersion = 2;
