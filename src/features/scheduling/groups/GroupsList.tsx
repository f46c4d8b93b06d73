import type { ReactNode } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Table } from '#ui/Table.tsx';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';

export type Group = OutputOf<Contract['groups']['list']>['groups'][number];

type GroupsListProps = {
  groups: readonly Group[];
  renderOpen: (groupId: string, name: string) => ReactNode;
};

export function GroupsList({ groups, renderOpen }: GroupsListProps) {
  const { columns } = groupsWords;
  return (
    <Table className={styles['wide']} caption={groupsWords.title}>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">
              {renderOpen(group.id, group.name)}
              {group.endedOn !== null && <span className={styles['small']}>{groupsWords.lastDay(dayWithYear(group.endedOn))}</span>}
            </th>
            <td data-label={columns.meets}>{group.meets === '' ? groupsWords.notYet : group.meets}</td>
            <td data-label={columns.leaders}>{group.leaders.length === 0 ? groupsWords.noLeader : group.leaders.join(', ')}</td>
            <td data-label={columns.location}>{groupsWords.facts(group.program.name, group.site.name)}</td>
            <td data-label={columns.roster}>{groupsWords.roster(group.onRoster, group.beginLater, group.capacity)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
