/** What the log says about watching a collection. */
export const observerWords = {
  column: 'Observed',
  batch: 'Observed by',
  by: (name: string) => `Observed by ${name}`,
  notRecorded: 'not stated',
  unsaid: 'who observed is not stated',
  notRecordedWhole: 'Observed by: not stated',
  nobodyWhole: 'Not observed',
  nobody: 'not observed',
  of: (name: string) => `Observed, ${name}`,
  noCup: '–',
  yes: 'observed',
  missing: (cups: number) => `Who observed isn’t recorded for ${cups === 1 ? '1 cup' : `${cups} cups`}. It is saved as not stated.`,
  paper: 'Observed by',
};
