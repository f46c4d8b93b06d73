import { call } from '#api/client.ts';
import { medications } from '#contract/medications.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { Care } from '#contract/episodes-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { mapKnows, medicationFields } from './medication-fields.ts';
import { medicationsWords } from './medications-words.ts';

type AddMedicationProps = { care: Care; onSaved: (answer: { readonly offers: number }) => void; onClose: () => void };

/** Another medication on the list. Whether the map knows it is said while it is typed. */
export function AddMedication({ care, onSaved, onClose }: AddMedicationProps) {
  const form = useEditForm({
    start: { name: '', dose: '', startedOn: care.today as string, endedOn: '', prescriber: '' },
    save: ({ name, dose, startedOn, endedOn, prescriber }, options) =>
      call(
        medications.add,
        { clientId: care.client.clientId, name, dose: orNull(dose), startedOn, endedOn: orNull(endedOn), prescriber: orNull(prescriber) },
        options,
      ),
    onSaved,
  });
  return (
    <DialogForm
      title={medicationsWords.addTitle}
      form={form}
      fields={medicationFields(care.choices)}
      words={medicationsWords.form}
      summary={form.values.name.trim() === '' || mapKnows(form.values.name, care.choices) ? undefined : medicationsWords.noRules}
      onClose={onClose}
    />
  );
}
