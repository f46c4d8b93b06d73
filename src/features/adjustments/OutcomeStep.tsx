import { outcomeNames } from '#domain/adjustments/states-words.ts';
import { outcomes } from '#domain/adjustments/open.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

/** What followed the change, in one word and one sentence. */
export function OutcomeStep({ form }: { form: AdjustmentForm }) {
  const { draft, change, fault, take, saving } = form;
  return (
    <div className={styles['outcome']}>
      <RadioRow
        id={fieldId('outcome')}
        label={adjustmentsWords.outcome.what}
        options={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
        value={draft.outcome}
        onChoose={(outcome) => change({ outcome })}
        error={fault('outcome')}
      />
      <Field
        label={adjustmentsWords.outcome.note}
        id={fieldId('note')}
        error={fault('note')}
        {...(draft.outcome === 'needs-more' && { hint: adjustmentsWords.outcome.needsMore })}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            value={draft.outcomeNote}
            maxLength={500}
            onChange={(event) => change({ outcomeNote: event.target.value })}
          />
        )}
      </Field>
      <div className={styles['end']}>
        <Button
          tone="primary"
          size="field"
          keyHint="Ctrl Enter"
          aria-keyshortcuts="Control+Enter"
          disabled={saving !== null}
          onClick={() => take('outcome')}
        >
          {saving === 'outcome' ? adjustmentsWords.outcome.recording : adjustmentsWords.outcome.record}
        </Button>
      </div>
    </div>
  );
}
