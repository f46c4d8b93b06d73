import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import { breathProblemWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { momentOf, timeAt } from '#domain/calendar/calendar.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { NotificationFields } from '#ui/NotificationFields.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './Breath.module.css';
import { breathIn, isOver, typedProblem } from './breath-typing.ts';
import { breathLogWords as words } from './breath-words.ts';
import type { CupLog } from './log-rows.ts';

type CorrectBreathProps = { log: CupLog; reading: CupLog['breathReadings'][number]; onClose: () => void };

/** Puts a number or its time right. Where the right number is above the limit and the wrong one wasn't, somebody has to be told first. */
export function CorrectBreath({ log, reading, onClose }: CorrectBreathProps) {
  const { zone } = log;
  const [key, setKey] = useState(newKey);
  const [typed, setTyped] = useState(reading.value.toFixed(3));
  const [time, setTime] = useState(reading.at === null ? '' : timeAt(reading.at, zone));
  const [because, setBecause] = useState('');
  const [notified, setNotified] = useState(() => ({ who: '', at: typedMoment(serverNow(), zone) }));
  const [tried, setTried] = useState(false);
  const limit = log.breath?.limit ?? 0;
  const asksNotification = isOver(typed, limit) && !isOver(String(reading.value), limit);
  const problem = typedProblem(typed);
  const amend = useMutation({
    networkMode: 'always',
    mutationFn: (value: number) => {
      const answer = { who: notified.who, at: momentTyped(notified.at, zone) };
      const changes = {
        ...(value === reading.value ? {} : { breathAlcohol: value }),
        ...(time === '' ? {} : { collectedAt: momentOf(log.session.on, time, zone) }),
      };
      return call(
        drugScreens.amend,
        { screenId: reading.screenId, because: 'other', words: because, changes, ...(asksNotification ? { notified: answer } : {}) },
        { key },
      );
    },
    onSuccess: () => {
      announce(words.corrected(reading.name));
      onClose();
    },
  });
  const fields = amend.error instanceof Refused ? amend.error.problem.fields : undefined;
  const put = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value);
    setKey(newKey());
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const value = breathIn(typed);
    if (value !== null && problem === null && because.trim() !== '' && (!asksNotification || notified.who.trim() !== ''))
      amend.mutate(value);
  };
  const missing = (isMissing: boolean, message: string) => (tried && isMissing ? message : null);

  return (
    <DialogLater open onClose={onClose} title={words.correctTitle(reading.name)} closeLabel={words.close}>
      <form className={styles['form']} onSubmit={send}>
        <p>{words.stays}</p>
        <div className={styles['facts']}>
          <Field
            label={words.value}
            hint={words.unit}
            error={missing(problem !== null, problem === null ? '' : breathProblemWords[problem])}
          >
            {(wiring) => (
              <TextInput {...wiring} inputMode="decimal" autoComplete="off" maxLength={8} value={typed} onChange={put(setTyped)} />
            )}
          </Field>
          <Field label={words.at}>{(wiring) => <TextInput {...wiring} type="time" value={time} onChange={put(setTime)} />}</Field>
        </div>
        {asksNotification && (
          <div className={styles['over']}>
            <p>{words.overLimit}</p>
            <NotificationFields
              labels={{ who: words.notified, at: words.when }}
              draft={notified}
              onChange={(next) => {
                setNotified(next);
                setKey(newKey());
              }}
              errors={{ who: missing(notified.who.trim() === '', words.missing.notified), at: null }}
            />
          </div>
        )}
        <Field label={words.because} error={missing(because.trim() === '', words.missing.words)}>
          {(wiring) => <TextInput {...wiring} maxLength={500} value={because} onChange={put(setBecause)} />}
        </Field>
        {amend.error !== null && <Fault>{fields?.map(({ message }) => message).join(' ') ?? amend.error.message}</Fault>}
        <Button type="submit" tone="primary" size="field" disabled={amend.isPending}>
          {amend.isPending ? words.saving : words.saveCorrection}
        </Button>
      </form>
    </DialogLater>
  );
}
