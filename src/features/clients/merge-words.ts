import type { ChartsCompared } from '#contract/chart-merges.ts';

type Keeps = NonNullable<ChartsCompared['conflicts'][number]['keeps']>;

export const mergeWords = {
  title: 'Merge two charts',
  eyebrow: 'Record',
  standing: 'Into the chart of',
  find: 'The other chart of the same person',
  choose: 'Its name, preferred name or chart number. Nothing is merged before you have compared the two.',
  nobody: 'Nobody else matches.',
  stands: 'This chart stands',
  folds: 'This one is merged into it',
  swap: 'Let the other one stand',
  other: 'Choose another chart',
  who: 'Who they are',
  whoHint: 'Tick what the standing chart should say from now on.',
  field: 'Field',
  take: (field: string, value: string) => `Take ${field} “${value}” from the merged chart`,
  holds: 'What moves',
  holdsHint: 'Every row of the merged chart moves to the standing one. Nothing is deleted.',
  has: 'Held by',
  conflicts: 'What only one row can say',
  choice: 'Both charts say something different. Choose what stands; the other is kept in the record of the merge.',
  keeps: {
    standing: 'the standing chart’s stays; the other is kept in the record of the merge',
    folded: 'the merged chart’s stays; the other is kept in the record of the merge',
    both: 'both were collected and both count',
    left: 'the standing chart’s stays; the other is left with the merged chart',
  } satisfies Record<Keeps, string>,
  episodes: 'Episodes',
  none: 'none',
  notKnown: 'not known',
  why: 'Why are these one person’s?',
  whyHint: 'Kept with your name and the time. A merge can’t be taken back.',
  merge: 'Merge and sign',
  merging: 'Merging',
  unsettled: (many: number) => (many === 1 ? 'One choice is still open.' : `${many} choices are still open.`),
};
