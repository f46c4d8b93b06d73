import { useState } from 'react';
import { call } from '#api/client.ts';
import { groups } from '#contract/scheduling-groups.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { DateInput } from '#ui/DateInput.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import styles from '../dialogs/dialogs.module.css';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { SessionFields } from '../dialogs/SessionFields.tsx';
import { newSessionDraft, ownServices, sessionFieldNames, sessionInput } from '../session-draft.ts';
import { useSaving } from '../useSaving.ts';
import { groupsWords } from './groups-words.ts';

type Page = OutputOf<Contract['groups']['one']>;
export type Meeting = Page['meetings'][number];
type Rescheduled = OutputOf<Contract['groups']['addMeeting']>;

type MeetingFormProps = {
  group: Page['group'];
  /** Null is a new one. */
  meeting: Meeting | null;
  today: Day;
  leaders: readonly { readonly id: string; readonly name: string }[];
  onClose: () => void;
  onSaved: (done: Rescheduled) => void;
};

const draftOf = (meeting: Meeting | null, groupName: string) =>
  meeting === null
    ? newSessionDraft({ title: `${groupName} group` })
    : newSessionDraft({
        ...meeting,
        service: ownServices.find((one) => one === meeting.service) ?? 'group',
        breakMinutes: String(meeting.breakMinutes),
        leaderId: meeting.leader?.id ?? '',
      });

/** A recurring session, new or changed from a day on. */
export function MeetingForm({ group, meeting, today, leaders, onClose, onSaved }: MeetingFormProps) {
  const [draft, setDraft] = useState(() => draftOf(meeting, group.name));
  const [weekday, setWeekday] = useState(String(meeting?.weekday ?? 1));
  const [fromOn, setFrom] = useState<string>(meeting === null || meeting.from < today ? today : meeting.from);
  const isNew = meeting === null;
  const saving = useSaving({
    save: (input: InputOf<Contract['groups']['addMeeting']>, key) =>
      isNew
        ? call(groups.addMeeting, input, { key, version: group.version })
        : call(groups.changeMeeting, { ...input, meetingId: meeting.id }, { key, version: group.version }),
    fields: [...sessionFieldNames, 'weekday', 'fromOn'],
    onSaved,
  });
  return (
    <SavingDialog
      title={isNew ? groupsWords.addMeeting : `${groupsWords.changeMeeting} ${meeting.title}`}
      saving={saving}
      onClose={onClose}
      onSave={() => saving.send({ groupId: group.id, ...sessionInput(draft), weekday: Number(weekday), fromOn })}
    >
      <div className={styles['pair']}>
        <Field label={groupsWords.weekday} {...saving.at('weekday')}>
          {(wiring) => (
            <Select {...wiring} value={weekday} onChange={(event) => setWeekday(event.target.value)}>
              {[1, 2, 3, 4, 5, 6, 7].map((one) => (
                <option key={one} value={one}>
                  {weekdayWord(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={isNew ? groupsWords.meetingFromNew : groupsWords.meetingFrom}
          hint={isNew ? groupsWords.meetingFromNewHint : groupsWords.meetingFromHint}
          {...saving.at('fromOn')}
        >
          {(wiring) => <DateInput {...wiring} value={fromOn} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
      </div>
      <SessionFields draft={draft} onChange={setDraft} leaders={leaders} at={saving.at} />
    </SavingDialog>
  );
}
