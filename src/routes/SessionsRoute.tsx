/** Not drawn yet. */
export const SessionsRoute = () => null;
