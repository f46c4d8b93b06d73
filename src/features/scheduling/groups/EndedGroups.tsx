import type { ReactNode } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Table } from '#ui/Table.tsx';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';
import type { Group } from './GroupsList.tsx';

type EndedGroupsProps = { groups: readonly Group[]; renderOpen: (groupId: string, name: string) => ReactNode };

/** Groups that don't meet any more, the one that ended last first. */
export function EndedGroups({ groups, renderOpen }: EndedGroupsProps) {
  if (groups.length === 0) return null;
  const lastFirst = groups.toSorted((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? 1 : -1));
  return (
    <Disclosure title={groupsWords.ended} beside={`${groups.length}`} look="line">
      <Table className={styles['wide']} caption={groupsWords.ended}>
        <thead>
          <tr>
            {Object.values(groupsWords.endedColumns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lastFirst.map((group) => (
            <tr key={group.id}>
              <th scope="row">{renderOpen(group.id, group.name)}</th>
              <td data-label={groupsWords.endedColumns.lastOn}>{group.endedOn !== null && dayWithYear(group.endedOn)}</td>
              <td data-label={groupsWords.endedColumns.location}>{groupsWords.facts(group.program.name, group.site.name)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}
