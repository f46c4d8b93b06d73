/** Not drawn yet. */
export const CohortPeopleRoute = () => null;
