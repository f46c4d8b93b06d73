/** '6 of 34 clients need something from you today'. While some are being worked out nothing is said of nobody. */
export const todayHeadline = (needing: number, of: number, beingWorkedOut: number): string =>
  needing === 0
    ? beingWorkedOut === 0
      ? 'Nothing is waiting on you'
      : 'Today is being worked out'
    : `${needing} of ${of} clients ${needing === 1 ? 'needs' : 'need'} something from you today`;
