import { lazy, Suspense, useState } from 'react';
import type { Care } from '#contract/care-shown.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { AuthorisationRow } from './AuthorisationRow.tsx';
import styles from './Authorisations.module.css';
import { authorisationsWords } from './authorisations-words.ts';

const TermsDialog = lazy(async () => ({ default: (await import('./TermsDialog.tsx')).TermsDialog }));
const ReviewDialog = lazy(async () => ({ default: (await import('./ReviewDialog.tsx')).ReviewDialog }));

type Opened = { readonly step: 'add' } | { readonly step: 'edit' | 'review'; readonly id: string };

/** What the payers authorised, the newest first, with what delivered care has used of it. */
export function AuthorisationsSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const chosen = opened === null || opened.step === 'add' ? undefined : care.authorisations.find(({ id }) => id === opened.id);
  return (
    <Panel
      id="authorisations"
      title={authorisationsWords.title}
      actions={<Button onClick={() => setOpened({ step: 'add' })}>{authorisationsWords.add}</Button>}
    >
      {care.authorisations.length === 0 ? (
        <Empty>{authorisationsWords.none}</Empty>
      ) : (
        <>
          <Table caption={authorisationsWords.table} className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{authorisationsWords.payer}</th>
                <th scope="col">{authorisationsWords.days}</th>
                <th scope="col">{authorisationsWords.used}</th>
                <th scope="col">{authorisationsWords.nextReview}</th>
                <th scope="col">
                  <VisuallyHidden>{authorisationsWords.actions}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {care.authorisations.map((one) => (
                <AuthorisationRow key={one.id} one={one} today={care.today} onOpen={(step) => setOpened({ step, id: one.id })} />
              ))}
            </tbody>
          </Table>
          <div className={styles['notes']}>
            {care.uncovered.length > 0 && <p>{authorisationsWords.uncovered(care.uncovered)}</p>}
            <p className={styles['small']}>{authorisationsWords.computed}</p>
          </div>
        </>
      )}
      <Suspense fallback={null}>
        {opened?.step === 'add' && <TermsDialog care={care} one={null} onClose={close} />}
        {opened?.step === 'edit' && chosen !== undefined && <TermsDialog care={care} one={chosen} onClose={close} />}
        {opened?.step === 'review' && chosen !== undefined && <ReviewDialog care={care} one={chosen} onClose={close} />}
      </Suspense>
    </Panel>
  );
}
