import { call } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { medications } from '#contract/medications.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care, MedicationShown } from '#contract/episodes-shown.ts';
import { typedMoment, momentTyped } from '#domain/calendar/typed-moment.ts';
import { waysToVerify, type WayToVerify } from '#domain/medications/verification.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { controlsOf, type EditField } from '#ui/dialog-form.ts';
import { medicationFields, verificationFields } from './medication-fields.ts';
import type { MedicationStep } from './MedicationRow.tsx';
import { medicationsWords } from './medications-words.ts';

type MedicationStepDialogProps = {
  care: Care;
  one: MedicationShown;
  step: MedicationStep;
  onSaved: (answer: { readonly offers: number }) => void;
  onClose: () => void;
};

const titles = {
  dose: medicationsWords.doseTitle,
  stop: medicationsWords.stopTitle,
  correct: medicationsWords.correctTitle,
  withdraw: medicationsWords.withdrawTitle,
  verify: medicationsWords.verifyTitle,
};

/** One step with a medication that is on the list. Where the safety clock starts, it asks who was told. */
export function MedicationStepDialog({ care, one, step, onSaved, onClose }: MedicationStepDialogProps) {
  const { timeZone: zone } = care;
  const form = useEditForm({
    start: {
      dose: step === 'dose' ? '' : (one.dose ?? ''),
      from: care.today as string,
      lastOn: care.today as string,
      because: '',
      name: one.name,
      startedOn: one.from as string,
      endedOn: one.to ?? '',
      prescriber: one.prescriber ?? '',
      how: '',
      until: '',
      notified: '',
      'notified.at': typedMoment(serverNow(), zone),
    },
    save: (typed, { key }): Promise<{ offers: number }> => {
      const of = { clientId: care.client.clientId, medicationId: one.id };
      const options = { key, version: one.version };
      const notified =
        typed.notified.trim() === '' ? {} : { notified: { who: typed.notified, at: momentTyped(typed['notified.at'], zone) } };
      const { because } = typed;
      if (step === 'dose') return call(medications.changeDose, { ...of, dose: typed.dose, from: typed.from }, options);
      if (step === 'stop') return call(medications.stop, { ...of, lastOn: typed.lastOn, because, ...notified }, options);
      if (step === 'verify')
        return call(medications.verify, { ...of, how: wayTyped(typed.how) ?? 'bottle', until: orNull(typed.until) }, options);
      if (step === 'withdraw') return call(medications.withdraw, { ...of, because }, options);
      const { name, startedOn } = typed;
      const row = { name, startedOn, dose: orNull(typed.dose), endedOn: orNull(typed.endedOn), prescriber: orNull(typed.prescriber) };
      return call(medications.correct, { ...of, ...row, because, ...notified }, options);
    },
    onSaved,
  });
  // Asked once the server has said that this starts the clock: it alone knows what else is taken.
  const asksNotification = controlsOf(notification).some(({ name }) => name in form.problems) || form.values.notified !== '';
  return (
    <DialogForm
      title={titles[step](one.name)}
      form={form}
      fields={[...fieldsOf(step, care), ...(asksNotification ? [notification] : [])]}
      words={medicationsWords.form}
      summary={
        asksNotification
          ? medicationsWords.notifiedText
          : step === 'withdraw'
            ? medicationsWords.withdrawText
            : step === 'dose'
              ? medicationsWords.newDoseHint
              : step === 'verify'
                ? medicationsWords.reportedText
                : undefined
      }
      blocked={step === 'verify' && wayTyped(form.values.how) === undefined ? medicationsWords.chooseWay : null}
      onClose={onClose}
    />
  );
}

const wayTyped = (typed: string): WayToVerify | undefined => waysToVerify.find((way) => way === typed);

const notification: EditField = {
  kind: 'notification',
  name: 'notified',
  label: medicationsWords.notifiedWho,
  atLabel: medicationsWords.notifiedWhen,
  half: true,
};

function fieldsOf(step: MedicationStep, care: Care): readonly EditField[] {
  switch (step) {
    case 'dose':
      return [
        { kind: 'text', name: 'dose', label: medicationsWords.newDose, half: true },
        { kind: 'date', name: 'from', label: medicationsWords.newDoseFrom, half: true },
      ];
    case 'verify':
      return verificationFields('');
    case 'stop':
      return [
        { kind: 'date', name: 'lastOn', label: medicationsWords.lastOn, half: true },
        { kind: 'text', name: 'because', label: medicationsWords.why },
      ];
    case 'correct':
      return [...medicationFields(care.choices), { kind: 'text', name: 'because', label: medicationsWords.whyWrong }];
    case 'withdraw':
      return [{ kind: 'text', name: 'because', label: medicationsWords.whyWrong }];
  }
  return step satisfies never;
}
