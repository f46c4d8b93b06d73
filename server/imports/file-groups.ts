import { plainText } from '#domain/people/names.ts';
import type { MeetingTime } from '#domain/imports/problems.ts';
import type { Database } from '#server/database/pool.ts';
import { meetingsOf } from '#server/scheduling/meetings.rows.ts';
import { meetTogether } from './verdicts/group-clashes.guards.ts';
import type { Reading } from './batches.ts';
import type { ImportRow } from './import-rows.rows.ts';

/** When two groups, known by their names, meet at the same time; null where they don't, or where one isn't there. */
export type Together = (one: string, other: string) => MeetingTime | null;

export type FileGroups = {
  /** The group that a row of the file puts its client into; null where it puts them into none. */
  readonly groupOf: (row: Pick<ImportRow, 'cells' | 'fixes'>) => string | null;
  readonly together: () => Promise<Together>;
};

/** The groups that a census names. Of other files nothing is said here. */
export function groupsNamed(db: Database, { intake, translation }: Reading): FileGroups | null {
  if (intake.id !== 'clients') return null;
  const at = (column: string) => intake.columns.findIndex(({ name }) => name === column);
  const [group, closed] = [at('group'), at('closed_on')];
  return {
    groupOf: ({ cells, fixes }) => {
      const ours = translation.row(cells, fixes).cells;
      const name = (ours[group] ?? '').trim();
      return name === '' || (ours[closed] ?? '').trim() !== '' ? null : name;
    },
    together: async () => {
      const groups = await db.selectFrom('care_group').select(['id', 'name']).execute();
      const meetings = Map.groupBy(
        await meetingsOf(
          db,
          groups.map(({ id }) => id),
        ),
        ({ group_id }) => group_id,
      );
      const of = (name: string) => meetings.get(groups.find((one) => plainText(one.name) === plainText(name))?.id ?? '') ?? [];
      return (one, other) => meetTogether(of(one), of(other));
    },
  };
}
