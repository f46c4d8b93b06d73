import { call } from '#api/client.ts';
import { authorizations } from '#contract/episodes-authorizations.ts';
import { numberFrom, orNull, useEditForm } from '#api/useEditForm.ts';
import type { AuthorizationShown, Care } from '#contract/episodes-shown.ts';
import { unitNames } from '#domain/episodes/authorizations-words.ts';
import { authorizedUnits } from '#domain/episodes/authorizations.ts';
import { addDays } from '#domain/calendar/calendar.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { authorizationsWords } from './authorizations-words.ts';

type TermsDialogProps = { care: Care; one: AuthorizationShown | null; onClose: () => void };

const units = authorizedUnits.map((value) => ({ value, label: unitNames[value] }));

/** What a payer authorized. What is used has no field. */
export function TermsDialog({ care, one, onClose }: TermsDialogProps) {
  const { clientId } = care.client;
  const [latest] = care.authorizations;
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
        unit: authorizedUnits.find((known) => known === unit) ?? 'days',
        quantity: numberFrom(quantity),
        nextReviewOn: orNull(nextReviewOn),
      };
      return one === null
        ? call(authorizations.add, terms, options)
        : call(authorizations.edit, { ...terms, authorizationId: one.id }, { ...options, version: one.version });
    },
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={one === null ? authorizationsWords.addTitle : authorizationsWords.editTitle}
      form={form}
      fields={[
        {
          kind: 'list',
          name: 'payer',
          label: authorizationsWords.payer,
          options: [...new Set(care.authorizations.map(({ payer }) => payer))],
          half: true,
        },
        { kind: 'text', name: 'number', label: authorizationsWords.number, half: true },
        { kind: 'date', name: 'from', label: authorizationsWords.from, half: true },
        { kind: 'date', name: 'to', label: authorizationsWords.to, half: true },
        { kind: 'select', name: 'unit', label: authorizationsWords.unit, options: units },
        { kind: 'number', name: 'quantity', label: authorizationsWords.quantity, half: true },
        { kind: 'date', name: 'nextReviewOn', label: authorizationsWords.nextReviewOn, hint: authorizationsWords.nextHint, half: true },
      ]}
      words={authorizationsWords.form}
      onClose={onClose}
    />
  );
}
