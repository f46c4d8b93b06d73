import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { schedule } from '../schedule.queries.ts';
import { EndedGroups } from './EndedGroups.tsx';
import { GroupForm } from './GroupForm.tsx';
import styles from './Groups.module.css';
import { groupsWords } from './groups-words.ts';
import { GroupsList } from './GroupsList.tsx';
import { Locations } from './Locations.tsx';

type GroupsProps = {
  plans: boolean;
  renderOpen: (groupId: string, name: string) => ReactNode;
  back: ReactNode;
  onAdded: (groupId: string) => void;
};

/** Every group with when it meets, and the programs and sites that they are of. */
export function Groups({ plans, renderOpen, back, onAdded }: GroupsProps) {
  const { data } = useSuspenseQuery(schedule.groups());
  const { data: locations } = useSuspenseQuery(schedule.locations());
  const [adding, setAdding] = useState(false);
  const ready = locations.programs.length > 0 && locations.sites.length > 0;
  const add =
    plans && ready ? (
      <Button tone="primary" onClick={() => setAdding(true)}>
        {groupsWords.add}
      </Button>
    ) : undefined;
  return (
    <>
      <PageHeader
        eyebrow={back}
        title={groupsWords.title}
        beside={groupsWords.count(data.groups.length)}
        {...(add !== undefined && { actions: add })}
      />
      <div className={styles['page']}>
        {data.groups.length === 0 ? (
          <Empty>{plans ? groupsWords.none : groupsWords.noneYours}</Empty>
        ) : (
          <GroupsList groups={data.groups} renderOpen={renderOpen} />
        )}
        <EndedGroups total={data.ended} renderOpen={renderOpen} />
        <Locations locations={locations} edits={plans} />
      </div>
      {adding && <GroupForm group={null} locations={locations} onClose={() => setAdding(false)} onSaved={onAdded} />}
    </>
  );
}
