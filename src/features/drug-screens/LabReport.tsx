import { useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { drugScreens } from '#contract/drug-screens.ts';
import type { WaitingSpecimen } from '#contract/drug-screens-lab.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { DateInput } from '#ui/DateInput.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { lineFor, linesOf, linesSent, type ReportLine } from './lab-report.ts';
import { labWords } from './lab-words.ts';
import { LabReportLine } from './LabReportLine.tsx';
import styles from './Lab.module.css';

type LabReportProps = { specimen: WaitingSpecimen; onSaved: (message: string) => void; onClose: () => void };

/** Enters what a report says of one specimen. Nothing is filled in ahead, and what is left out keeps waiting. */
export function LabReport({ specimen, onSaved, onClose }: LabReportProps) {
  const [key, setKey] = useState(newKey);
  const [collectedOn, setCollectedOn] = useState('');
  const [report, setReport] = useState('');
  const [another, setAnother] = useState('');
  const [lines, setLines] = useState(() => linesOf(specimen));
  const [tried, setTried] = useState(false);
  const on = dayFrom(collectedOn);
  const sent = linesSent(lines);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (day: NonNullable<typeof on>) =>
      call(
        drugScreens.recordLabResults,
        { screenId: specimen.screenId, collectedOn: day, lines: sent, ...(report.trim() === '' ? {} : { report }) },
        { key },
      ),
    onSuccess: ({ confirmed, notConfirmed, inconclusive }) => onSaved(labWords.saved(specimen.name, confirmed, notConfirmed, inconclusive)),
  });
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setKey(newKey());
    };
  const put = change((next: ReportLine) => setLines((before) => before.map((one) => (one.analyte === next.analyte ? next : one))));
  const add = () => {
    const written = another.trim();
    if (written !== '' && lines.every(({ analyte }) => analyte !== written)) setLines((before) => [...before, lineFor(written)]);
    setAnother('');
  };
  const submit = () => {
    setTried(true);
    if (on !== null && sent.length > 0 && !save.isPending) save.mutate(on);
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const refused = save.error instanceof Refused ? (save.error.problem.fields ?? []) : [];
  const ofDay = refused.find(({ field }) => field === 'collectedOn')?.message;
  const others = refused.filter(({ field }) => field !== 'collectedOn').map(({ message }) => message);
  const born = specimen.bornOn === null ? labWords.unknownBirth : dayWithYear(specimen.bornOn);
  return (
    <DialogLater open onClose={onClose} title={labWords.dialog(specimen.name)} closeLabel={labWords.close}>
      <form className={styles['form']} onSubmit={send} onKeyDown={onKeyDown}>
        <p>{labWords.who(born, specimen.chartNumber)}</p>
        <Field label={labWords.collectedOn} error={ofDay ?? (tried && on === null ? labWords.missing.date : null)}>
          {(wiring) => <DateInput {...wiring} value={collectedOn} onChange={(event) => change(setCollectedOn)(event.target.value)} />}
        </Field>
        <p className={styles['quiet']}>
          {labWords.leaveOut} <span className={styles['keys']}>{labWords.keys}</span>
        </p>
        <div>
          {lines.map((line) => (
            <LabReportLine key={line.analyte} line={line} onChange={put} />
          ))}
        </div>
        <div className={styles['add']}>
          <Field label={labWords.another} hint={labWords.anotherHint}>
            {(wiring) => (
              <TextInput
                {...wiring}
                autoComplete="off"
                maxLength={60}
                value={another}
                onChange={(event) => setAnother(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.ctrlKey) return;
                  event.preventDefault();
                  add();
                }}
              />
            )}
          </Field>
          <Button onClick={add}>{labWords.add}</Button>
        </div>
        <Field label={labWords.report} hint={labWords.optional}>
          {(wiring) => (
            <TextInput
              {...wiring}
              autoComplete="off"
              maxLength={200}
              value={report}
              onChange={(event) => change(setReport)(event.target.value)}
            />
          )}
        </Field>
        {tried && sent.length === 0 && <Fault>{labWords.missing.answer}</Fault>}
        {save.error !== null && ofDay === undefined && <Fault>{others.length > 0 ? others.join(' ') : save.error.message}</Fault>}
        <Button type="submit" tone="primary" size="field" disabled={save.isPending}>
          {save.isPending ? labWords.saving : labWords.save}
        </Button>
      </form>
    </DialogLater>
  );
}
