import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '#api/client.ts';
import { groups } from '#contract/scheduling-groups.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ChangeNotice, type Notice } from '../dialogs/ChangeNotice.tsx';
import { noticeWords } from '../notice-words.ts';
import { schedule } from '../schedule.queries.ts';
import { AddToRoster } from './AddToRoster.tsx';
import { EndDialog } from './EndDialog.tsx';
import styles from './Groups.module.css';
import { rosterWords } from './groups-words.ts';
import { MakeUp } from './MakeUp.tsx';
import { RosterTable, type RequestedMakeUp } from './RosterTable.tsx';

type Person = OutputOf<Contract['groups']['roster']>['people'][number];
type RosterProps = {
  groupId: string;
  weekdays: readonly number[];
  edits: boolean;
  /** A group whose end is set takes nobody new. */
  ends: boolean;
  renderClient: (clientId: string, name: string) => ReactNode;
};

/** Who belongs to a group, who begins later, and who left. */
export function Roster({ groupId, weekdays, edits, ends, renderClient }: RosterProps) {
  const { data } = useSuspenseQuery(schedule.roster(groupId));
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [making, setMaking] = useState<RequestedMakeUp | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const { today } = data;
  const current = data.people.filter(({ to }) => to === null || to >= today);
  const left = data.people.filter(({ to }) => to !== null && to < today);
  return (
    <Panel
      title={rosterWords.title}
      beside={`${current.length}`}
      {...(edits && !ends && { actions: <Button onClick={() => setAdding(true)}>{rosterWords.add}</Button> })}
    >
      {current.length === 0 ? (
        <Empty>{ends ? rosterWords.noneEnded : rosterWords.none}</Empty>
      ) : (
        <RosterTable
          people={current}
          today={today}
          renderClient={renderClient}
          onMakeUp={setMaking}
          {...(edits && { onLeave: setLeaving })}
        />
      )}
      {data.others > 0 && <p className={styles['note']}>{rosterWords.others(data.others)}</p>}
      {left.length > 0 && (
        <Disclosure title={rosterWords.left} beside={`${left.length}`} look="line">
          <RosterTable people={left} today={today} renderClient={renderClient} />
        </Disclosure>
      )}
      {adding && (
        <AddToRoster
          groupId={groupId}
          weekdays={weekdays}
          today={today}
          onClose={() => setAdding(false)}
          onAdded={(warnings) => {
            setAdding(false);
            setNotice({ done: noticeWords.saved, left: [], warnings });
          }}
        />
      )}
      {leaving !== null && (
        <EndDialog
          words={{
            title: rosterWords.leaveOf(leaving.name),
            does: rosterWords.leaveDoes,
            label: rosterWords.lastOn,
            note: rosterWords.leaveNote,
          }}
          today={today}
          save={(lastOn, key) => call(groups.leave, { clientId: leaving.clientId, groupId, lastOn }, { key })}
          onClose={() => setLeaving(null)}
          onSaved={() => setLeaving(null)}
        />
      )}
      {making !== null && <MakeUp requested={making} onClose={() => setMaking(null)} />}
      <ChangeNotice notice={notice} onClose={() => setNotice(null)} />
    </Panel>
  );
}
