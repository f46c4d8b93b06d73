import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Table } from '#ui/Table.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import { schedule } from '../schedule.queries.ts';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';

type EndedGroupsProps = { total: number; renderOpen: (groupId: string, name: string) => ReactNode };

/** Groups that don't meet any more, the one that ended last first. They are asked for once they are opened. */
export function EndedGroups({ total, renderOpen }: EndedGroupsProps) {
  if (total === 0) return null;
  return (
    <Disclosure title={groupsWords.ended} beside={countNumber(total)} look="line">
      <Ended total={total} renderOpen={renderOpen} />
    </Disclosure>
  );
}

function Ended({ total, renderOpen }: EndedGroupsProps) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(schedule.endedGroups());
  if (error !== null && data === undefined) return <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>;
  if (data === undefined) return <Skeleton what={groupsWords.ended} rows={3} />;
  const groups = data.pages.flatMap((page) => page.groups);
  return (
    <>
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
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row">{renderOpen(group.id, group.name)}</th>
              <td data-label={groupsWords.endedColumns.lastOn}>{group.endedOn !== null && dayWithYear(group.endedOn)}</td>
              <td data-label={groupsWords.endedColumns.location}>{groupsWords.facts(group.program.name, group.site.name)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {(hasNextPage || data.pages.length > 1) && (
        <ShowMore
          shown={groups.length}
          total={total}
          isPending={isFetchingNextPage}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </>
  );
}
