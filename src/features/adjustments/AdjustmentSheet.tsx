import { useEffect } from 'react';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { ChangeStep } from './ChangeStep.tsx';
import { CheckStep } from './CheckStep.tsx';
import { FormNotices } from './FormNotices.tsx';
import { LastEight } from './LastEight.tsx';
import { LaterResults } from './LaterResults.tsx';
import { LookAgainStep } from './LookAgainStep.tsx';
import { MedicationAtCollection } from './MedicationAtCollection.tsx';
import { ResultBanner } from './ResultBanner.tsx';
import { SheetHeader } from './SheetHeader.tsx';
import { SignedFacts } from './SignedFacts.tsx';
import { SignStep } from './SignStep.tsx';
import { StoredCheck } from './StoredCheck.tsx';
import { StoredTalk } from './StoredTalk.tsx';
import { TalkStep } from './TalkStep.tsx';
import { TriedBefore } from './TriedBefore.tsx';
import { useAdjustmentForm } from './useAdjustmentForm.ts';
import { AfterAdjustment } from './AfterAdjustment.tsx';
import { WhatHappensNext } from './WhatHappensNext.tsx';
import { WhatIsWorking } from './WhatIsWorking.tsx';
import { WhatYouSign } from './WhatYouSign.tsx';
import { stepFor } from './sheet-keys.ts';
import styles from './AdjustmentSheet.module.css';

type AdjustmentSheetProps = { page: AdjustmentShown; onClose: () => void; onOpen: (adjustmentId: string) => void };

/** From a result to a signed change to what followed it: five short steps on one page, with what is known beside them. */
export function AdjustmentSheet({ page, onClose, onOpen }: AdjustmentSheetProps) {
  const form = useAdjustmentForm(page);
  const { draft, take } = form;
  const step = stepFor(page, draft);
  const open = step === 'sign' || step === 'explain';
  const signing = step === 'sign';

  // Ctrl Enter and Esc belong to the whole page, wherever in it the focus is.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && step !== null) {
        event.preventDefault();
        take(step);
      }
      // Esc in a list or a date field closes its own small window.
      if (event.key === 'Escape' && !(event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement)) onClose();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <div className={styles['sheet']}>
      <SheetHeader page={page} unsaved={form.begun} onClose={onClose} />
      <div className={styles['columns']}>
        <div className={styles['steps']}>
          <FormNotices page={page} form={form} onOpen={onOpen} />
          <LaterResults page={page} />
          <ResultBanner page={page} fresh={form.done?.step === 'sign'} />
          <div className={styles['form']}>
            {open && page.talk === null && page.trigger === 'screen' ? (
              <CheckStep page={page} form={form} />
            ) : (
              open && <StoredCheck page={page} form={form} />
            )}
            {signing &&
              (page.talk === null ? <TalkStep page={page} form={form} /> : <StoredTalk page={page} talk={page.talk} form={form} />)}
            {signing && <ChangeStep page={page} form={form} />}
            {signing && <LookAgainStep page={page} form={form} />}
            {!open && <AfterAdjustment page={page} form={form} />}
            {!open && <SignedFacts page={page} />}
          </div>
        </div>
        <aside className={styles['side']}>
          <div className={styles['known']}>
            <LastEight page={page} />
            <MedicationAtCollection page={page} />
            <TriedBefore page={page} />
            <WhatIsWorking working={page.working} />
            {open && <WhatHappensNext page={page} />}
          </div>
          {signing && (
            <div className={styles['summary']}>
              <WhatYouSign page={page} draft={draft} />
            </div>
          )}
        </aside>
        {signing && (
          <div className={styles['sign']}>
            <SignStep page={page} form={form} />
          </div>
        )}
      </div>
    </div>
  );
}
