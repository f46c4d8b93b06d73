import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { viewNames } from '#domain/adjustments/states-words.ts';
import { clientViews } from '#domain/adjustments/open.ts';
import { Button } from '#ui/Button.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { fieldId } from './field-ids.ts';
import styles from './Fields.module.css';
import { FormStep } from './FormStep.tsx';
import { faultsOf, type AdjustmentForm } from './useAdjustmentForm.ts';

type SignStepProps = { page: AdjustmentShown; form: AdjustmentForm };

/** The client's view, and the signature. Signing is never disabled: it says what is still open. */
export function SignStep({ page, form }: SignStepProps) {
  const { draft, change, fault, take, saving } = form;
  const left = faultsOf('sign', draft, page).length;
  return (
    <FormStep number={5} title={adjustmentsWords.steps.sign}>
      <div className={styles['beside']}>
        <RadioRow
          id={fieldId('clientView')}
          label={adjustmentsWords.sign.view}
          labelBeside
          options={clientViews.map((value) => ({ value, label: viewNames[value] }))}
          value={draft.clientView}
          onChoose={(clientView) => change({ clientView })}
          error={fault('clientView')}
        />
      </div>
      <div className={styles['end']}>
        <p className={`${styles['note']} ${styles['grow']}`}>{adjustmentsWords.sign.left(left)}</p>
        <Button
          tone="primary"
          size="field"
          keyHint="Ctrl Enter"
          aria-keyshortcuts="Control+Enter"
          disabled={saving !== null}
          onClick={() => take('sign')}
        >
          {saving === 'sign' ? adjustmentsWords.sign.signing : draft.noChange ? adjustmentsWords.sign.signNone : adjustmentsWords.sign.sign}
        </Button>
      </div>
    </FormStep>
  );
}
