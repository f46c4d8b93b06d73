/** Not drawn yet. */
export const LogResultsRoute = () => null;
