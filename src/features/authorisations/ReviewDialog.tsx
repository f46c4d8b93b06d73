import { authorisations as authorisationsApi } from '#api/authorisations.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { AuthorisationShown, Care } from '#contract/care-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { authorisationsWords } from './authorisations-words.ts';

type ReviewDialogProps = { care: Care; one: AuthorisationShown; onClose: () => void };

/** A utilisation review that was made. It takes the client off Today until the next one is near. */
export function ReviewDialog({ care, one, onClose }: ReviewDialogProps) {
  const form = useEditForm({
    start: { reviewedOn: care.today as string, nextReviewOn: '', after: '', note: '' },
    save: ({ reviewedOn, nextReviewOn, after, note }, options) =>
      authorisationsApi.review(
        {
          clientId: care.client.clientId,
          authorisationId: one.id,
          reviewedOn,
          nextReviewOn: orNull(nextReviewOn),
          needsNoMore: after === 'none',
          ...(note.trim() === '' ? {} : { note }),
        },
        { ...options, version: one.version },
      ),
    refreshes: ['episodes', 'caseload', 'clients'],
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={`${authorisationsWords.reviewTitle}: ${one.payer} ${one.number}`}
      form={form}
      fields={[
        { kind: 'date', name: 'reviewedOn', label: authorisationsWords.reviewedOn, half: true },
        { kind: 'date', name: 'nextReviewOn', label: authorisationsWords.nextReviewOn, hint: authorisationsWords.nextHint, half: true },
        { kind: 'radio', name: 'after', label: authorisationsWords.more, options: authorisationsWords.moreOptions },
        { kind: 'text', name: 'note', label: authorisationsWords.note },
      ]}
      words={authorisationsWords.form}
      held={form.values.after === '' ? authorisationsWords.heldAfter : null}
      onClose={onClose}
    />
  );
}
