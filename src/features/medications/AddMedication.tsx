import { call } from '#api/client.ts';
import { medications } from '#contract/medications.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care } from '#contract/episodes-shown.ts';
import { waysToVerify } from '#domain/medications/verification.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { isTypedKnown, medicationFields, verificationFields } from './medication-fields.ts';
import { medicationsWords } from './medications-words.ts';

type AddMedicationProps = { care: Care; onSaved: (answer: { readonly offers: number }) => void; onClose: () => void };

/** Another medication on the list. Whether the map knows it is said while it is typed. */
export function AddMedication({ care, onSaved, onClose }: AddMedicationProps) {
  const form = useEditForm({
    start: { name: '', dose: '', startedOn: care.today as string, endedOn: '', prescriber: '', 'verified.how': '', 'verified.until': '' },
    save: ({ name, dose, startedOn, endedOn, prescriber, ...typed }, options) => {
      const how = waysToVerify.find((way) => way === typed['verified.how']);
      const verified = how === undefined ? null : { how, until: orNull(typed['verified.until']) };
      const row = { name, dose: orNull(dose), startedOn, endedOn: orNull(endedOn), prescriber: orNull(prescriber), verified };
      return call(medications.add, { clientId: care.client.clientId, ...row }, options);
    },
    onSaved,
  });
  return (
    <DialogForm
      title={medicationsWords.addTitle}
      form={form}
      fields={[...medicationFields(care.choices), ...verificationFields('verified.')]}
      words={medicationsWords.form}
      summary={form.values.name.trim() === '' || isTypedKnown(form.values.name, care.choices) ? undefined : medicationsWords.noRules}
      onClose={onClose}
    />
  );
}
