import { useState, type SubmitEvent } from 'react';
import { markProblemWords } from '#domain/attendance/marks-words.ts';
import { countedOf, opensAt } from '#domain/attendance/marks.ts';
import { momentWords } from '#domain/calendar/words.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { EarlierMarks } from './EarlierMarks.tsx';
import { MakeUpOffers } from './MakeUpOffers.tsx';
import { fieldOf, formOf, markIn, type BookingForm } from './booking-form.ts';
import { bookingWords } from './booking-words.ts';
import styles from './BookingDialog.module.css';
import { entering, type EntryContext } from './roster-keys.ts';
import type { RosterDraft } from './roster-draft.ts';
import { markOf, type RosterRow } from './roster-rows.ts';
import { markWords, rosterWords } from './roster-words.ts';
import { TakeOut } from './TakeOut.tsx';
import type { ChangeRoster } from './useRosterDraft.ts';

type BookingDialogProps = {
  sessionId: string;
  row: RosterRow;
  draft: RosterDraft;
  context: Omit<EntryContext, 'row'>;
  onChange: ChangeRoster;
  onClose: () => void;
};

const statuses = [
  { value: 'here' as const, label: bookingWords.here },
  { value: 'absent' as const, label: bookingWords.absent },
  { value: 'excused' as const, label: bookingWords.excused },
  { value: 'unmarked' as const, label: bookingWords.unmarked },
];

/** Everything about one person in one session: times, where, what it makes up, a note, and how they were marked before. */
export function BookingDialog({ sessionId, row, draft, context, onChange, onClose }: BookingDialogProps) {
  const { session, zone, earlyMinutes } = context;
  const mark = markOf(row, draft);
  const [form, setForm] = useState<BookingForm>(() => formOf(mark, session, zone));
  const [fault, setFault] = useState<{ readonly field: string | null; readonly message: string } | null>(null);
  const put = (change: Partial<BookingForm>) => {
    setForm((now) => ({ ...now, ...change }));
    setFault(null);
  };
  const faultOf = (field: string): string | null => (fault?.field === field ? fault.message : null);
  const makeUps = [row.makesUp, ...row.missed].filter((one) => one !== null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = markIn(form, session, zone);
    if ('message' in read) return setFault(read);
    const done = entering(draft, { ...context, row }, read, 'stay');
    if (done.problem !== undefined && done.problem !== 'no-such-time' && done.problem !== 'marked-already') {
      const details = { most: countedOf(session), opens: momentWords(opensAt(session, earlyMinutes), zone) };
      return setFault({ field: fieldOf(done.problem), message: markProblemWords(done.problem, details) });
    }
    onChange((now) => entering(now, { ...context, row }, read, 'stay').draft);
    announce(`${row.name} ${markWords(markOf(row, done.draft), session)}.`);
    onClose();
  };

  return (
    <DialogLater
      open
      onClose={onClose}
      title={row.name}
      closeLabel={bookingWords.cancel}
      actions={
        <>
          {row.status === null && draft.marks[row.id] === undefined && <TakeOut sessionId={sessionId} row={row} onTaken={onClose} />}
          <Button type="submit" form="booking-form" tone="primary">
            {bookingWords.put}
          </Button>
        </>
      }
    >
      <form id="booking-form" className={styles['form']} onSubmit={submit}>
        <RadioRow label={bookingWords.status} options={statuses} value={form.status} onChoose={(value) => put({ status: value })} />
        {form.status === 'here' && session.timesKnown && (
          <div className={styles['times']}>
            <Field label={bookingWords.in} error={faultOf('in')}>
              {(wiring) => <TextInput {...wiring} type="time" value={form.in} onChange={(event) => put({ in: event.target.value })} />}
            </Field>
            <Field label={bookingWords.out} error={faultOf('out')}>
              {(wiring) => <TextInput {...wiring} type="time" value={form.out} onChange={(event) => put({ out: event.target.value })} />}
            </Field>
            <p className={styles['hint']}>{bookingWords.times(timesWords({ ...session }, zone))}</p>
          </div>
        )}
        {form.status === 'here' && (
          <Field
            className={styles['minutes']}
            label={session.timesKnown ? bookingWords.minutes : bookingWords.minutesAlone}
            hint={session.timesKnown ? bookingWords.minutesHint(countedOf(session)) : undefined}
            error={faultOf('minutes')}
          >
            {(wiring) => (
              <TextInput
                {...wiring}
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                value={form.minutes}
                onChange={(event) => put({ minutes: event.target.value, ...(event.target.value === '' ? {} : { in: '', out: '' }) })}
              />
            )}
          </Field>
        )}
        <CheckRow checked={form.telehealth} onChange={(event) => put({ telehealth: event.target.checked })}>
          {bookingWords.where}
        </CheckRow>
        {makeUps.length > 0 && (
          <Field label={bookingWords.makesUp}>
            {(wiring) => (
              <Select {...wiring} value={form.makesUp} onChange={(event) => put({ makesUp: event.target.value })}>
                <option value="">{bookingWords.none}</option>
                {makeUps.map((one) => (
                  <option key={one.sessionId} value={one.sessionId}>
                    {bookingWords.missed(one)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={bookingWords.note} hint={bookingWords.noteHint}>
          {(wiring) => <TextInput {...wiring} maxLength={200} value={form.note} onChange={(event) => put({ note: event.target.value })} />}
        </Field>
        {fault !== null && fault.field === null && <Fault>{fault.message}</Fault>}
        {(session.cancelled || row.status === 'absent' || row.status === 'excused') && <MakeUpOffers sessionId={sessionId} row={row} />}
        <EarlierMarks row={row} session={session} zone={zone} />
        {row.onLeave && <p className={styles['hint']}>{`${row.name} ${rosterWords.onLeave}.`}</p>}
      </form>
    </DialogLater>
  );
}
