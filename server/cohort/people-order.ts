import type { CountedPart } from '#contract/cohort.ts';
import type { PeopleColumn, PeopleSort } from '#domain/cohort/people-sort.ts';
import { countStatuses } from '#domain/cohort/rows.ts';
import { isRequested, type Nameless } from './people-listed.ts';

/** Where a client is among those of a list, by name and by chart number. */
export type ClientPosition = { readonly byName: number; readonly byChart: number };

export const peopleAPage = 100;

type Requested = { readonly counted: CountedPart; readonly sort: PeopleSort; readonly after: string | null };

/**
 * One page of the rows of a part whose clients whoever asks may open, behind the row with which the page before ended; from the beginning where that one is gone. With how many rows and
 * clients there are in all.
 */
export function pageOfPeople(
  rows: readonly Nameless[],
  positions: ReadonlyMap<string, ClientPosition>,
  { counted, sort, after }: Requested,
): { readonly page: readonly Nameless[]; readonly total: number; readonly clients: number; readonly next: string | null } {
  const ordered = inOrder(
    rows.filter((row) => isRequested(row, counted) && positions.has(row.clientId)),
    positions,
    sort,
  );
  const start = after === null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const page = ordered.slice(start, start + peopleAPage);
  return {
    page,
    total: ordered.length,
    clients: new Set(ordered.map(({ clientId }) => clientId)).size,
    next: ordered.length > start + page.length ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Rows that are the same in the chosen column keep to the order of names. */
function inOrder(rows: readonly Nameless[], positions: ReadonlyMap<string, ClientPosition>, { by, down }: PeopleSort): readonly Nameless[] {
  const way = down ? -1 : 1;
  const nameOf = (row: Nameless): number => positions.get(row.clientId)?.byName ?? 0;
  return rows
    .map((row) => ({ row, key: keyOf(row, positions, by) }))
    .toSorted((a, b) => way * compare(a.key, b.key) || nameOf(a.row) - nameOf(b.row) || compare(a.row.id, b.row.id))
    .map(({ row }) => row);
}

const compare = (a: string | number, b: string | number): number => {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
};

function keyOf(row: Nameless, positions: ReadonlyMap<string, ClientPosition>, by: PeopleColumn): string | number {
  switch (by) {
    case 'client':
      return positions.get(row.clientId)?.byName ?? 0;
    case 'chart':
      return positions.get(row.clientId)?.byChart ?? 0;
    case 'on':
      return row.on;
    case 'summary':
      // Hours sort as hours; what was found, by what it was.
      return row.answerHours ?? row.hours?.delivered ?? [...row.analytes, row.reason ?? ''].join(' ');
    case 'counted':
      return `${countStatuses.indexOf(row.countStatus)} ${row.reason ?? ''}`;
  }
  return by satisfies never;
}
