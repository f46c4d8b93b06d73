/** Not drawn yet. */
export const CohortRoute = () => null;
