/** The sentences of a panel that has nothing, or not everything, to show. */
export const panelWords = {
  loading: (what: string) => `Loading ${what}`,
  choose: 'Choose',
  tryAgain: 'Try again',
  retry: 'Retry',
  careTeamOnly: 'Only the care team can see this.',
};
