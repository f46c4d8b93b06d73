import { useState } from 'react';
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
import { EndDialog } from './EndDialog.tsx';
import { groupsWords } from './groups-words.ts';
import { MeetingForm, type Meeting } from './MeetingForm.tsx';
import { MeetingTable } from './MeetingTable.tsx';

type Page = OutputOf<Contract['groups']['one']>;
type MeetingsProps = { page: Page; leaders: readonly { readonly id: string; readonly name: string }[]; plans: boolean };

/** When a group meets. A change says what it did to the sessions, and which it left. */
export function Meetings({ page: { group, meetings, today }, leaders, plans }: MeetingsProps) {
  const [edited, setEdited] = useState<Meeting | 'new' | null>(null);
  const [ended, setEnded] = useState<Meeting | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const current = meetings.filter(({ from, to }) => to === null || (to >= today && to >= from));
  const past = meetings.filter(({ from, to }) => to !== null && to < today && to >= from);
  const done = (answer: OutputOf<Contract['groups']['addMeeting']>) => {
    setEdited(null);
    setEnded(null);
    setNotice({ done: noticeWords.meetingSaved(answer), left: answer.left, warnings: answer.warnings });
  };
  return (
    <Panel
      title={groupsWords.meetings}
      {...(plans && group.endedOn === null && { actions: <Button onClick={() => setEdited('new')}>{groupsWords.addMeeting}</Button> })}
    >
      {current.length === 0 ? (
        <Empty>{group.endedOn === null ? groupsWords.noMeetings : groupsWords.noMeetingsEnded}</Empty>
      ) : (
        <MeetingTable meetings={current} today={today} {...(plans && { onChange: setEdited, onEnd: setEnded })} />
      )}
      {past.length > 0 && (
        <Disclosure title={groupsWords.past} look="line">
          <MeetingTable meetings={past} today={today} />
        </Disclosure>
      )}
      {edited !== null && (
        <MeetingForm
          group={group}
          meeting={edited === 'new' ? null : edited}
          today={today}
          leaders={leaders}
          onClose={() => setEdited(null)}
          onSaved={done}
        />
      )}
      {ended !== null && (
        <EndDialog
          words={{ title: groupsWords.endTitle, does: groupsWords.endDoes, label: groupsWords.lastOn, note: groupsWords.endNote }}
          today={today}
          save={(lastOn, key) =>
            call(groups.endMeeting, { groupId: group.id, meetingId: ended.id, lastOn }, { key, version: group.version })
          }
          onClose={() => setEnded(null)}
          onSaved={done}
        />
      )}
      <ChangeNotice notice={notice} onClose={() => setNotice(null)} />
    </Panel>
  );
}
