import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { SidePanel } from './SidePanel.tsx';
import { sidePanelWords } from './side-panel-words.ts';
import styles from './SidePanels.module.css';
import { medicationFound, pendingWords } from './result-words.ts';

/** What the client took when the cup was handed over, and what it showed of that. */
export function MedicationAtCollection({ page }: { page: AdjustmentShown }) {
  const pending = pendingWords(page.event);
  return (
    <SidePanel title={page.event === null ? sidePanelWords.medicationNow : sidePanelWords.medication}>
      {page.medications.length === 0 && <p>{sidePanelWords.noMedication}</p>}
      {page.medications.map((medication) => (
        <div key={medication.label}>
          <p>{medication.label}</p>
          {page.event !== null && <p className={styles['small']}>{medicationFound(medication, page.event)}</p>}
        </div>
      ))}
      {pending !== null && <p className={styles['small']}>{pending}</p>}
    </SidePanel>
  );
}
