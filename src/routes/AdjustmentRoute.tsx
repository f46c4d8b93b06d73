/** Not drawn yet. */
export const AdjustmentRoute = () => null;
