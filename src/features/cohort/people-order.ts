import type { CohortPerson } from '#contract/cohort.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import { countedAsWords, summaryOf } from './people-words.ts';

export const peopleColumns = ['client', 'chart', 'on', 'summary', 'counted'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];
export type PeopleSort = { readonly by: PeopleColumn; readonly down: boolean };

/** The order that an address asks for, 'client' or '-on'; the latest first where it asks for none that exists. */
export function sortIn(text: string | undefined): PeopleSort {
  const down = text?.startsWith('-') ?? true;
  const by = peopleColumns.find((column) => column === (text ?? '').replace(/^-/, ''));
  return by === undefined ? { by: 'on', down: true } : { by, down };
}

export const sortText = ({ by, down }: PeopleSort): string => `${down ? '-' : ''}${by}`;

/** What choosing a column's head asks for: the other way round where it is sorted by already, otherwise from its natural end. */
export const nextSort = (now: PeopleSort, by: PeopleColumn): PeopleSort =>
  now.by === by ? { by, down: !now.down } : { by, down: by === 'on' };

export function inOrder(rows: readonly CohortPerson[], measure: MeasureKind, { by, down }: PeopleSort): readonly CohortPerson[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, measure, by) }));
  const way = down ? -1 : 1;
  // Rows alike in the chosen column keep to the alphabet.
  return keyed.toSorted((a, b) => way * compare(a.key, b.key) || compare(a.row.name, b.row.name)).map(({ row }) => row);
}

const collator = new Intl.Collator('en', { numeric: true });
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

function keyOf(row: CohortPerson, measure: MeasureKind, by: PeopleColumn): string | number {
  switch (by) {
    case 'client':
      return row.name;
    case 'chart':
      return row.chartNumber;
    case 'on':
      return row.on;
    case 'summary':
      // Hours sort as hours, not as the words around them.
      return row.answerHours ?? row.hours?.delivered ?? summaryOf(measure, row);
    case 'counted':
      return countedAsWords(measure, row);
  }
  return by satisfies never;
}
