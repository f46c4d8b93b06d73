import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Care } from '#contract/episodes-shown.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { MedicationRow, type MedicationStep } from './MedicationRow.tsx';
import styles from './Medications.module.css';
import { medicationsWords } from './medications-words.ts';

const AddDialog = lazy(async () => ({ default: (await import('./AddMedication.tsx')).AddMedication }));
const StepDialog = lazy(async () => ({ default: (await import('./MedicationStepDialog.tsx')).MedicationStepDialog }));

type Opened = { readonly step: 'add' } | { readonly step: MedicationStep; readonly id: string };

/** The medication list. After an edit it says how many screens are offered again, and that none was changed. */
export function MedicationsSection({ care, map }: { care: Care; map: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const chosen = opened === null || opened.step === 'add' ? undefined : care.medications.find(({ id }) => id === opened.id);
  const done = ({ offers }: { readonly offers: number }) => {
    setOpened(null);
    setSaved(medicationsWords.offered(offers));
    announce(medicationsWords.offered(offers));
  };
  const close = () => setOpened(null);
  return (
    <Panel
      id="medications"
      title={medicationsWords.title}
      actions={
        <>
          {map}
          <Button onClick={() => setOpened({ step: 'add' })}>{medicationsWords.add}</Button>
        </>
      }
    >
      {saved !== null && <p className={styles['saved']}>{saved}</p>}
      {care.medications.length === 0 ? (
        <Empty>{medicationsWords.none}</Empty>
      ) : (
        <Table caption={medicationsWords.table} className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{medicationsWords.name}</th>
              <th scope="col">{medicationsWords.taken}</th>
              <th scope="col">{medicationsWords.shows}</th>
              <th scope="col">
                <VisuallyHidden>{medicationsWords.actions}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {care.medications.map((one) => (
              <MedicationRow key={one.id} one={one} today={care.today} onOpen={(step) => setOpened({ step, id: one.id })} />
            ))}
          </tbody>
        </Table>
      )}
      <Suspense fallback={null}>
        {opened?.step === 'add' && <AddDialog care={care} onSaved={done} onClose={close} />}
        {opened !== null && opened.step !== 'add' && chosen !== undefined && (
          <StepDialog care={care} one={chosen} step={opened.step} onSaved={done} onClose={close} />
        )}
      </Suspense>
    </Panel>
  );
}
