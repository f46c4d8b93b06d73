import type { DataProblem } from '#domain/clients/data-problems.ts';
import { countNumber } from '#domain/statistics/count-words.ts';

/** What each problem is, and why it matters. */
export const problemWords: Readonly<Record<DataProblem, { readonly title: string; readonly why: string }>> = {
  duplicate: { title: 'Charts that may be one person’s', why: 'A result in one chart is not seen in the other.' },
  'birth-in-future': { title: 'Birth date in the future', why: 'The second identifier is wrong.' },
  overlapping: { title: 'Episodes that overlap', why: 'The days of both are counted twice.' },
  unserved: { title: 'Open, and not seen for 30 days', why: 'Not on leave. Retention counts them as gone at the last service.' },
  'no-therapist': { title: 'In care without a therapist', why: 'Nobody’s Today shows them.' },
  'no-group': { title: 'In care without a group', why: 'They are on no roster.' },
  'no-hours': { title: 'No prescribed hours', why: 'Delivered hours can’t be held against anything.' },
  'no-birth-date': { title: 'Birth date not known', why: 'A cup is read by two identifiers.' },
  'no-episode': { title: 'A chart without an episode for a week', why: 'Written down and not started, or a duplicate.' },
};

export const problemsWords = {
  title: 'Problems of the data',
  eyebrow: 'Clients',
  none: 'Nothing is missing in the charts that you can open, and none of them look alike.',
  /** '3 · Nobody’s Today shows them.' */
  listed: (many: number, why: string) => `${countNumber(many)} · ${why}`,
  uncompared: (charts: number) =>
    `${charts > 100 ? 'More than 100 charts' : charts === 1 ? '1 chart' : `${charts} charts`} ${charts === 1 ? 'is' : 'are'} still being compared with the others. More may be found to look alike.`,
  mend: 'Open the record',
  since: (on: string) => `since ${on}`,
  lastSeen: (on: string) => `last seen ${on}`,
  compare: 'Compare and merge',
  notSame: 'They are two people',
  notSameTitle: 'Two people, not one',
  notSameWhy: 'How do you know?',
  notSameHint: 'Kept with your name. These two charts are not asked about again.',
  keep: 'Keep them apart',
  chart: (number: string, born: string | null) => `chart ${number}, ${born === null ? 'birth date not known' : `born ${born}`}`,
  and: 'and',
};
