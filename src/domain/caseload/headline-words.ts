type Counts = { readonly needing: number; readonly clients: number; readonly beingWorkedOut: number };

/** '6 of 34 clients need something from you today'. While some are being worked out nothing is said of nobody. */
export function todayHeadline({ needing, clients, beingWorkedOut }: Counts, whose: 'me' | 'team'): string {
  const whom = whose === 'team' ? 'the team' : 'you';
  if (needing > 0)
    return `${needing} of ${clients} ${clients === 1 ? 'client' : 'clients'} ${needing === 1 ? 'needs' : 'need'} something from ${whom} today`;
  return beingWorkedOut > 0 ? 'Today is being worked out' : `Nothing is waiting on ${whom}`;
}
