/** '6 of 34 clients need something from you today' */
export const todayHeadline = (needing: number, of: number): string =>
  needing === 0 ? 'Nothing is waiting on you' : `${needing} of ${of} clients ${needing === 1 ? 'needs' : 'need'} something from you today`;
