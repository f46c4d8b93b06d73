import { call } from '#api/client.ts';
import { authorizations } from '#contract/episodes-authorizations.ts';
import { orNull, useEditForm } from '#api/useEditForm.ts';
import type { AuthorizationShown, Care } from '#contract/episodes-shown.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { authorizationsWords } from './authorizations-words.ts';

type ReviewDialogProps = { care: Care; one: AuthorizationShown; onClose: () => void };

/** A utilization review that was made. It takes the client off Today until the next one is near. */
export function ReviewDialog({ care, one, onClose }: ReviewDialogProps) {
  const form = useEditForm({
    start: { reviewedOn: care.today as string, nextReviewOn: '', after: '', note: '' },
    save: ({ reviewedOn, nextReviewOn, after, note }, options) =>
      call(
        authorizations.review,
        {
          clientId: care.client.clientId,
          authorizationId: one.id,
          reviewedOn,
          nextReviewOn: orNull(nextReviewOn),
          needsNoMore: after === 'none',
          ...(note.trim() === '' ? {} : { note }),
        },
        { ...options, version: one.version },
      ),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={`${authorizationsWords.reviewTitle}: ${one.payer} ${one.number}`}
      form={form}
      fields={[
        { kind: 'date', name: 'reviewedOn', label: authorizationsWords.reviewedOn, half: true },
        { kind: 'date', name: 'nextReviewOn', label: authorizationsWords.nextReviewOn, hint: authorizationsWords.nextHint, half: true },
        { kind: 'radio', name: 'after', label: authorizationsWords.more, options: authorizationsWords.moreOptions },
        { kind: 'text', name: 'note', label: authorizationsWords.note },
      ]}
      words={authorizationsWords.form}
      blocked={form.values.after === '' ? authorizationsWords.chooseAfter : null}
      onClose={onClose}
    />
  );
}
