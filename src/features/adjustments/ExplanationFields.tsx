import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { explanationNames } from '#domain/adjustments/explanations-words.ts';
import { explanations } from '#domain/adjustments/explanations.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import { NaloxoneRow } from './NaloxoneRow.tsx';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ExplanationFieldsProps = { page: AdjustmentShown; form: AdjustmentForm };

/** What accounts for the result. The question about naloxone stays where the finding asks for it. */
export function ExplanationFields({ page, form }: ExplanationFieldsProps) {
  const { draft, change, fault, take, saving } = form;
  return (
    <div className={styles['opened']}>
      <RadioRow
        id={fieldId('because')}
        label={adjustmentsWords.check.because}
        options={explanations.map((value) => ({ value, label: explanationNames[value] }))}
        value={draft.because}
        onChoose={(because) => change({ because })}
        error={fault('because')}
      />
      <Field label={adjustmentsWords.check.words} id={fieldId('words')} error={fault('words')}>
        {(wiring) => (
          <TextArea {...wiring} rows={2} value={draft.explanation} onChange={(event) => change({ explanation: event.target.value })} />
        )}
      </Field>
      {page.naloxoneReasons.length > 0 && <NaloxoneRow page={page} form={form} />}
      <div className={styles['end']}>
        <Button tone="primary" size="field" keyHint="Ctrl Enter" disabled={saving !== null} onClick={() => take('explain')}>
          {saving === 'explain' ? adjustmentsWords.check.recording : adjustmentsWords.check.record}
        </Button>
      </div>
    </div>
  );
}
