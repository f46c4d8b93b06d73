/** The sentences that every figure shares. */
export const figureWords = {
  asTable: 'View as table',
  chart: 'Chart. The same values are in the table below it.',
};
