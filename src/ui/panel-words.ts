const number = (count: number): string => count.toLocaleString('en-US');

/** The sentences of a panel that has nothing, or not everything, to show. */
export const panelWords = {
  loading: (what: string) => `Loading ${what}`,
  choose: 'Choose',
  tryAgain: 'Try again',
  retry: 'Retry',
  more: 'Show more',
  /** '100 of 2,431 shown'; where nobody counts them, '100 shown'. */
  shown: (shown: number, total: number | null) =>
    total === null ? `${number(shown)} shown` : `${number(shown)} of ${number(total)} shown`,
  careTeamOnly: 'Only the care team can see this.',
};
