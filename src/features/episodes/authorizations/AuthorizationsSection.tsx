import { lazy, Suspense, useState } from 'react';
import type { Care } from '#contract/episodes-shown.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Table } from '#ui/Table.tsx';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import { AuthorizationRow } from './AuthorizationRow.tsx';
import styles from './Authorizations.module.css';
import { authorizationsWords } from './authorizations-words.ts';

const TermsDialog = lazy(async () => ({ default: (await import('./TermsDialog.tsx')).TermsDialog }));
const ReviewDialog = lazy(async () => ({ default: (await import('./ReviewDialog.tsx')).ReviewDialog }));

type Opened = { readonly step: 'add' } | { readonly step: 'edit' | 'review'; readonly id: string };

/** What the payers authorized, the newest first, with what delivered care has used of it. */
export function AuthorizationsSection({ care }: { care: Care }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const chosen = opened === null || opened.step === 'add' ? undefined : care.authorizations.find(({ id }) => id === opened.id);
  return (
    <Panel
      id="authorizations"
      title={authorizationsWords.title}
      actions={<Button onClick={() => setOpened({ step: 'add' })}>{authorizationsWords.add}</Button>}
    >
      {care.authorizations.length === 0 ? (
        <Empty>{authorizationsWords.none}</Empty>
      ) : (
        <>
          <Table caption={authorizationsWords.table} className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{authorizationsWords.payer}</th>
                <th scope="col">{authorizationsWords.days}</th>
                <th scope="col">{authorizationsWords.used}</th>
                <th scope="col">{authorizationsWords.nextReview}</th>
                <th scope="col">
                  <VisuallyHidden>{authorizationsWords.actions}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {care.authorizations.map((one) => (
                <AuthorizationRow key={one.id} one={one} today={care.today} onOpen={(step) => setOpened({ step, id: one.id })} />
              ))}
            </tbody>
          </Table>
          <div className={styles['notes']}>
            {care.uncovered.length > 0 && <p>{authorizationsWords.uncovered(care.uncovered)}</p>}
            <p className={styles['small']}>{authorizationsWords.computed}</p>
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
