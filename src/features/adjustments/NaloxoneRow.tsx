import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { naloxoneNames, naloxoneWords } from '#domain/adjustments/states-words.ts';
import { naloxoneAnswers } from '#domain/adjustments/open.ts';
import { RadioRow } from '#ui/RadioRow.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type NaloxoneRowProps = { page: AdjustmentShown; form: AdjustmentForm };

/** What was said about naloxone, and why it is asked now. */
export function NaloxoneRow({ page, form }: NaloxoneRowProps) {
  return (
    <div className={styles['beside']}>
      <RadioRow
        id={fieldId('naloxone')}
        label={adjustmentsWords.talk.naloxone}
        labelBeside
        options={naloxoneAnswers.map((value) => ({ value, label: naloxoneNames[value] }))}
        value={form.draft.naloxone}
        onChoose={(naloxone) => form.change({ naloxone })}
        error={form.fault('naloxone')}
      />
      {page.naloxoneReasons.length > 0 && (
        <p className={styles['why']}>{page.naloxoneReasons.map((reason) => naloxoneWords[reason]).join(' ')}</p>
      )}
    </div>
  );
}
