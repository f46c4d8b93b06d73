import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { screenPlans } from '#contract/screen-plans.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { ScreenPlanShown } from '#contract/screen-plans.ts';
import { planWords } from '#domain/screen-plans/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { numberIn, problemsWith, type Problems } from './plan-form.ts';
import { editWords, screenPlanWords } from './screen-plan-words.ts';
import styles from './ScreenPlan.module.css';

type PlanDialogProps = { shown: ScreenPlanShown; onClose: () => void };

/** Changes how often a client's screens are drawn. Each change is a version of its own; what is typed stays where another came first. */
export function PlanDialog({ shown, onClose }: PlanDialogProps) {
  const { clientId, plan, version, program, panels, history } = shown;
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState({
    perWeek: String(plan.perWeek),
    maxGapDays: String(plan.maxGapDays),
    panelId: plan.panelId ?? '',
    why: '',
  });
  const [problems, setProblems] = useState<Problems>({});
  const [tries, setTries] = useState(0);
  const put = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setKey(newKey());
  };
  const why = form.why.trim() === '' ? null : form.why;
  const after = {
    onSuccess: () => {
      announce(editWords.saved);
      onClose();
    },
    onError: (error: Error) => {
      if (!(error instanceof Refused)) return;
      setProblems(Object.fromEntries((error.problem.fields ?? []).map(({ field, message }) => [field, message])));
      setTries((count) => count + 1);
      if (error.code === 'stale') {
        setKey(newKey());
      }
    },
  };
  const save = useMutation({
    mutationFn: (rate: { perWeek: number; maxGapDays: number }) =>
      call(screenPlans.set, { clientId, ...rate, panelId: form.panelId === '' ? null : form.panelId, why }, { key, version }),
    ...after,
  });
  const follow = useMutation({ mutationFn: () => call(screenPlans.followProgram, { clientId, why }, { key, version }), ...after });
  const refused = save.error ?? follow.error;
  const pending = save.isPending || follow.isPending;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    follow.reset();
    const found = problemsWith(form);
    setProblems(found);
    setTries((count) => count + 1);
    const [perWeek, maxGapDays] = [numberIn(form.perWeek), numberIn(form.maxGapDays)];
    if (Object.keys(found).length === 0 && perWeek !== null && maxGapDays !== null) save.mutate({ perWeek, maxGapDays });
  };

  return (
    <DialogLater
      open
      onClose={onClose}
      title={editWords.title}
      closeLabel={screenPlanWords.close}
      actions={
        <Button type="submit" form="plan" tone="primary" disabled={pending}>
          {save.isPending ? editWords.saving : editWords.save}
        </Button>
      }
    >
      <form id="plan" className={styles['form']} onSubmit={submit} noValidate>
        {Object.keys(problems).length > 0 && (
          <ErrorSummary
            key={tries}
            title={editWords.problems}
            errors={Object.entries(problems).map(([field, message]) => ({ fieldId: `plan-${field}`, message }))}
          />
        )}
        {refused !== null && Object.keys(problems).length === 0 && (
          <Fault>
            {refused instanceof Refused && refused.code === 'stale'
              ? editWords.stale(history[0]?.by ?? '', planWords(plan))
              : refused.message}
          </Fault>
        )}
        <div className={styles['pair']}>
          <Field id="plan-perWeek" label={editWords.perWeek} hint={editWords.perWeekHint} error={problems['perWeek']}>
            {(wiring) => (
              <TextInput
                {...wiring}
                inputMode="decimal"
                autoComplete="off"
                value={form.perWeek}
                onChange={(event) => put({ perWeek: event.target.value })}
              />
            )}
          </Field>
          <Field id="plan-maxGapDays" label={editWords.maxGap} hint={editWords.maxGapHint} error={problems['maxGapDays']}>
            {(wiring) => (
              <TextInput
                {...wiring}
                inputMode="numeric"
                autoComplete="off"
                value={form.maxGapDays}
                onChange={(event) => put({ maxGapDays: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field id="plan-panelId" label={editWords.panel} error={problems['panelId']}>
          {(wiring) => (
            <Select {...wiring} value={form.panelId} onChange={(event) => put({ panelId: event.target.value })}>
              <option value="">{screenPlanWords.anyPanel}</option>
              {panels.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="plan-why" label={editWords.why} hint={editWords.whyHint} error={problems['why']}>
          {(wiring) => (
            <TextArea {...wiring} rows={2} maxLength={500} value={form.why} onChange={(event) => put({ why: event.target.value })} />
          )}
        </Field>
        <p className={styles['quiet']}>{editWords.from}</p>
        {plan.own && (
          <div className={styles['back']}>
            <p className={styles['quiet']}>{editWords.programs(planWords(program))}</p>
            <Button disabled={pending} onClick={() => (save.reset(), setProblems({}), follow.mutate())}>
              {editWords.follow}
            </Button>
          </div>
        )}
      </form>
    </DialogLater>
  );
}
