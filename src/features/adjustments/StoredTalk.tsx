import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { FormStep } from './FormStep.tsx';
import { NaloxoneRow } from './NaloxoneRow.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { SafetyFields } from './SafetyFields.tsx';
import { TalkWords } from './TalkWords.tsx';
import styles from './Fields.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type StoredTalkProps = { page: AdjustmentShown; talk: NonNullable<AdjustmentShown['talk']>; form: AdjustmentForm };

/** Step 2 once the talk is noted: what was said stands, and what it left open can still be answered. */
export function StoredTalk({ page, talk, form }: StoredTalkProps) {
  return (
    <FormStep number={2} title={adjustmentsWords.steps.talk}>
      <TalkWords page={page} talk={talk} />
      <div className={styles['safety']}>
        <SafetyFields page={page} form={form} />
      </div>
      <NaloxoneRow page={page} form={form} />
    </FormStep>
  );
}
