import { call } from '#api/client.ts';
import { useEditForm } from '#api/useEditForm.ts';
import type { ChartMark } from '#contract/chart-marks-shown.ts';
import { cohort } from '#contract/cohort.ts';
import { DialogForm } from '#ui/DialogForm.tsx';
import { chartMarkWords, markWords } from './chart-mark-words.ts';

/** A mark was a mistake: why, and it is one no longer. */
export function WithdrawMarkDialog({ mark, onClose }: { mark: ChartMark; onClose: () => void }) {
  const words = chartMarkWords.withdrawal;
  const form = useEditForm<Record<'because', string>, object>({
    start: { because: '' },
    save: ({ because }, options) => call(cohort.withdrawMark, { markId: mark.id, because }, options),
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={words.title}
      form={form}
      fields={[{ kind: 'area', name: 'because', label: words.because }]}
      words={words.form}
      summary={words.summary}
      onClose={onClose}
    >
      <p>{markWords(mark)}</p>
    </DialogForm>
  );
}
