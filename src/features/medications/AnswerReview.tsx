import { call } from '#api/client.ts';
import { medications } from '#contract/medications.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { ReadingReviewShown } from '#contract/episodes-shown.ts';
import { findingNames } from '#domain/drug-screens/words.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { medicationsWords } from './medications-words.ts';

type AnswerReviewProps = { clientId: string; review: ReadingReviewShown; onClose: () => void };

/** Keep the screen as it was read, or read it again with what the list says now. Nothing is chosen for the person. */
export function AnswerReview({ clientId, review, onClose }: AnswerReviewProps) {
  const form = useEditForm({
    start: { answer: '', because: '' },
    save: ({ answer, because }, options) =>
      call(
        medications.answerReading,
        { clientId, reviewId: review.id, answer: answer === 'read-again' ? 'read-again' : 'keep', because },
        options,
      ),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={medicationsWords.reviews.answerTitle(review.on)}
      form={form}
      fields={[
        { kind: 'radio', name: 'answer', label: medicationsWords.reviews.choose, options: medicationsWords.reviews.options },
        { kind: 'text', name: 'because', label: medicationsWords.why },
      ]}
      words={medicationsWords.form}
      blocked={form.values.answer === '' ? medicationsWords.reviews.chooseAnswer : null}
      onClose={onClose}
    >
      {review.analytes.map((one) => (
        <p key={one.analyte}>
          {medicationsWords.reviews.line(one.analyte, findingNames[one.found], one.was, one.wasBecause)};{' '}
          {medicationsWords.reviews.would(findingNames[one.wouldFind], one.would, one.wouldBecause)}.
        </p>
      ))}
    </DialogForm>
  );
}
