import { authorisations as authorisationsApi } from '#api/authorisations.ts';
import { numberFrom, orNull, useEditForm } from '#api/useEditForm.ts';
import type { AuthorisationShown, Care } from '#contract/care-shown.ts';
import { unitNames } from '#domain/authorisations-words.ts';
import { authorisedUnits } from '#domain/authorisations.ts';
import { addDays } from '#domain/calendar.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { authorisationsWords } from './authorisations-words.ts';

type TermsDialogProps = { care: Care; one: AuthorisationShown | null; onClose: () => void };

const units = authorisedUnits.map((value) => ({ value, label: unitNames[value] }));

/** What a payer authorised. What is used has no field. */
export function TermsDialog({ care, one, onClose }: TermsDialogProps) {
  const { clientId } = care.client;
  const [latest] = care.authorisations;
  const form = useEditForm<Record<'payer' | 'number' | 'unit' | 'quantity' | 'from' | 'to' | 'nextReviewOn', string>, object>({
    start: {
      payer: one?.payer ?? latest?.payer ?? '',
      number: one?.number ?? '',
      unit: one?.unit ?? latest?.unit ?? 'days',
      quantity: one === null ? '' : String(one.quantity),
      from: one?.from ?? (latest === undefined || latest.to < care.today ? care.today : addDays(latest.to, 1)),
      to: one?.to ?? '',
      nextReviewOn: one?.nextReviewOn ?? '',
    },
    save: ({ unit, nextReviewOn, quantity, ...typed }, options) => {
      const terms = {
        ...typed,
        clientId,
        unit: authorisedUnits.find((known) => known === unit) ?? 'days',
        quantity: numberFrom(quantity),
        nextReviewOn: orNull(nextReviewOn),
      };
      return one === null
        ? authorisationsApi.add(terms, options)
        : authorisationsApi.edit({ ...terms, authorisationId: one.id }, { ...options, version: one.version });
    },
    refreshes: ['episodes', 'caseload', 'clients'],
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={one === null ? authorisationsWords.addTitle : authorisationsWords.editTitle}
      form={form}
      fields={[
        {
          kind: 'list',
          name: 'payer',
          label: authorisationsWords.payer,
          options: [...new Set(care.authorisations.map(({ payer }) => payer))],
          half: true,
        },
        { kind: 'text', name: 'number', label: authorisationsWords.number, half: true },
        { kind: 'date', name: 'from', label: authorisationsWords.from, half: true },
        { kind: 'date', name: 'to', label: authorisationsWords.to, half: true },
        { kind: 'select', name: 'unit', label: authorisationsWords.unit, options: units },
        { kind: 'number', name: 'quantity', label: authorisationsWords.quantity, half: true },
        { kind: 'date', name: 'nextReviewOn', label: authorisationsWords.nextReviewOn, hint: authorisationsWords.nextHint, half: true },
      ]}
      words={authorisationsWords.form}
      onClose={onClose}
    />
  );
}
