import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { screenSlots } from '#contract/screen-plans-slots.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { RequestedReason } from '#domain/screen-plans/screen-slots.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Select } from '#ui/Select.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { screenPlans } from './screen-plans.queries.ts';
import { askWords, screenPlanWords } from './screen-plan-words.ts';
import styles from './ScreenPlan.module.css';

type AskDialogProps = { clientId: string; onClose: () => void };
type Form = { readonly reason: RequestedReason | null; readonly sessionId: string; readonly panelId: string; readonly why: string };

const missingIn = ({ reason, sessionId, why }: Form): Readonly<Record<string, string>> => ({
  ...(reason === null ? { reason: askWords.missing.reason } : {}),
  ...(reason === 'for-cause' && why.trim() === '' ? { why: askWords.missing.why } : {}),
  ...(sessionId === '' ? { sessionId: askWords.missing.session } : {}),
});

/** Asks for one screen outside the schedule, with what was seen or what it is for. */
export function AskDialog({ clientId, onClose }: AskDialogProps) {
  const { data, error, refetch } = useQuery(screenPlans.sessions(clientId));
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState<Form>({ reason: null, sessionId: '', panelId: '', why: '' });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [tries, setTries] = useState(0);
  const put = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setKey(newKey());
  };
  const ask = useMutation({
    mutationFn: (reason: RequestedReason) =>
      call(
        screenSlots.ask,
        {
          clientId,
          sessionId: form.sessionId,
          reason,
          why: form.why.trim() === '' ? null : form.why,
          panelId: form.panelId === '' ? null : form.panelId,
        },
        { key },
      ),
    onError: (refused) => {
      setProblems(
        Object.fromEntries(
          (refused instanceof Refused ? (refused.problem.fields ?? []) : []).map(({ field, message }) => [field, message]),
        ),
      );
      setTries((count) => count + 1);
    },
  });
  const asks = ask.data === undefined && data !== undefined && data.sessions.length > 0;
  const status = useRef<HTMLDivElement>(null);

  // The dialog opened before there was a form to begin, and the form goes once its answer is there.
  useEffect(() => {
    if (asks) document.getElementById('ask-reason')?.querySelector('input')?.focus();
    else status.current?.focus();
  }, [asks]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = missingIn(form);
    setProblems(missing);
    setTries((count) => count + 1);
    if (Object.keys(missing).length === 0 && form.reason !== null) ask.mutate(form.reason);
  };

  return (
    <DialogLater
      open
      onClose={onClose}
      title={askWords.title}
      closeLabel={screenPlanWords.close}
      actions={
        asks ? (
          <Button type="submit" form="ask" tone="primary" disabled={ask.isPending}>
            {ask.isPending ? askWords.asking : askWords.ask}
          </Button>
        ) : ask.data === undefined ? undefined : (
          <Button onClick={onClose}>{screenPlanWords.close}</Button>
        )
      }
    >
      {data === undefined && error === null && <Skeleton what="the sessions" rows={3} rowHeight={40} />}
      {data === undefined && error !== null && (
        <Fault>
          {error.message} <Button onClick={() => void refetch()}>Try again</Button>
        </Fault>
      )}
      {data?.sessions.length === 0 && <p>{askWords.none}</p>}
      {ask.data !== undefined && data !== undefined && (
        <div ref={status} tabIndex={-1} role="status">
          <p>{askWords.requested(ask.data.on, ask.data.opensAt, data.asOf, data.zone)}</p>
        </div>
      )}
      {asks && (
        <form id="ask" className={styles['form']} onSubmit={submit} noValidate>
          {Object.keys(problems).length > 0 && (
            <ErrorSummary
              key={tries}
              title={askWords.problems}
              errors={Object.entries(problems).map(([field, message]) => ({ fieldId: `ask-${field}`, message }))}
            />
          )}
          {ask.error !== null && Object.keys(problems).length === 0 && <Fault>{ask.error.message}</Fault>}
          <RadioRow<RequestedReason>
            stacked
            id="ask-reason"
            label={askWords.reason}
            options={askWords.reasons}
            value={form.reason}
            onChoose={(reason) => put({ reason })}
            error={problems['reason']}
          />
          {form.reason !== null && (
            <Field id="ask-why" label={askWords.why[form.reason]} hint={askWords.whyHint[form.reason]} error={problems['why']}>
              {(wiring) => (
                <TextArea {...wiring} rows={3} maxLength={500} value={form.why} onChange={(event) => put({ why: event.target.value })} />
              )}
            </Field>
          )}
          <Field id="ask-sessionId" label={askWords.session} error={problems['sessionId']}>
            {(wiring) => (
              <Select {...wiring} value={form.sessionId} onChange={(event) => put({ sessionId: event.target.value })}>
                <option value="">{askWords.choose}</option>
                {data.sessions.map(({ id, on, startsAt, timesKnown, title, booked }) => (
                  <option key={id} value={id}>
                    {askWords.sessionWords(on, startsAt, timesKnown, title, booked, data.zone)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id="ask-panelId" label={askWords.panel} error={problems['panelId']}>
            {(wiring) => (
              <Select {...wiring} value={form.panelId} onChange={(event) => put({ panelId: event.target.value })}>
                <option value="">{screenPlanWords.anyPanel}</option>
                {data.panels.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <p className={styles['quiet']}>{askWords.opens}</p>
        </form>
      )}
    </DialogLater>
  );
}
