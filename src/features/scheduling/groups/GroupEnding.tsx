import { useState } from 'react';
import { call } from '#api/client.ts';
import { groups } from '#contract/scheduling-groups.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { ChangeNotice, type Notice } from '../dialogs/ChangeNotice.tsx';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { noticeWords } from '../notice-words.ts';
import { useSaving } from '../useSaving.ts';
import { EndDialog } from './EndDialog.tsx';
import { groupsWords } from './groups-words.ts';

type Group = OutputOf<Contract['groups']['one']>['group'];

/** Ends a group with its meetings by a last day, or takes such an end back. What the end left on the schedule is said. */
export function GroupEnding({ group, today }: { group: Group; today: Day }) {
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const close = () => setOpen(false);
  const ends = group.endedOn !== null;
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {ends ? groupsWords.goOn : groupsWords.end}
      </Button>
      {open && ends && <GoOn group={group} onClose={close} />}
      {open && !ends && (
        <EndDialog
          words={{
            title: groupsWords.endOf(group.name),
            does: groupsWords.endGroupDoes,
            label: groupsWords.lastOn,
            note: groupsWords.endGroupNote,
          }}
          today={today}
          save={(lastOn, key) => call(groups.end, { groupId: group.id, lastOn }, { key, version: group.version })}
          onClose={close}
          onSaved={(done) => {
            close();
            setNotice({ done: noticeWords.meetingSaved(done), left: done.left, warnings: done.warnings });
          }}
        />
      )}
      <ChangeNotice notice={notice} onClose={() => setNotice(null)} />
    </>
  );
}

function GoOn({ group, onClose }: { group: Group; onClose: () => void }) {
  const saving = useSaving({
    save: (groupId: string, key) => call(groups.goOn, { groupId }, { key, version: group.version }),
    fields: [],
    onSaved: onClose,
  });
  return (
    <SavingDialog
      title={groupsWords.goOnOf(group.name)}
      does={groupsWords.goOn}
      saving={saving}
      onClose={onClose}
      onSave={() => saving.send(group.id)}
    >
      <p>{groupsWords.goOnNote}</p>
    </SavingDialog>
  );
}
