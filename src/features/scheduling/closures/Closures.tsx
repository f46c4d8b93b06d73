import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '#api/client.ts';
import { closures as closuresContract } from '#contract/scheduling-closures.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { Button } from '#ui/Button.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ChangeNotice, type Notice } from '../dialogs/ChangeNotice.tsx';
import styles from '../groups/Groups.module.css';
import { schedule } from '../schedule.queries.ts';
import { useSaving } from '../useSaving.ts';
import { SavingDialog } from '../dialogs/SavingDialog.tsx';
import { ClosureForm } from './ClosureForm.tsx';
import { closuresWords } from './closures-words.ts';
import { PastClosures } from './PastClosures.tsx';
import { ClosureTable, type Closure } from './ClosureTable.tsx';

/** Days without sessions: those to come, and those that were. */
export function Closures({ plans, back }: { plans: boolean; back: ReactNode }) {
  const { data } = useSuspenseQuery(schedule.closures());
  const { data: locations } = useSuspenseQuery(schedule.locations());
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Closure | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const toCome = data.closures.toReversed();
  return (
    <>
      <PageHeader
        eyebrow={back}
        title={closuresWords.title}
        beside={closuresWords.count(toCome.length)}
        {...(plans && {
          actions: (
            <Button tone="primary" onClick={() => setAdding(true)}>
              {closuresWords.add}
            </Button>
          ),
        })}
      />
      <div className={styles['page']}>
        {toCome.length === 0 ? (
          <Empty>{closuresWords.none}</Empty>
        ) : (
          <ClosureTable closures={toCome} {...(plans && { onRemove: setRemoved })} />
        )}
        {data.past > 0 && (
          <Disclosure title={closuresWords.past} beside={countNumber(data.past)} look="line">
            <PastClosures total={data.past} {...(plans && { onRemove: setRemoved })} />
          </Disclosure>
        )}
      </div>
      {adding && (
        <ClosureForm
          today={data.today}
          locations={locations}
          onClose={() => setAdding(false)}
          onAdded={({ sessions, left, leftInAll }) => {
            setAdding(false);
            setNotice({ done: closuresWords.saved(sessions), left, leftInAll, warnings: [] });
          }}
        />
      )}
      {removed !== null && <TakeBack closure={removed} onClose={() => setRemoved(null)} />}
      <ChangeNotice notice={notice} onClose={() => setNotice(null)} />
    </>
  );
}

function TakeBack({ closure, onClose }: { closure: Closure; onClose: () => void }) {
  const saving = useSaving({
    save: (closureId: string, key) => call(closuresContract.remove, { closureId }, { key }),
    fields: [],
    onSaved: onClose,
  });
  return (
    <SavingDialog
      title={closuresWords.removeOf(closure.label)}
      does={closuresWords.remove}
      saving={saving}
      onClose={onClose}
      onSave={() => saving.send(closure.id)}
    >
      <p>{closuresWords.removeNote(closure.sessions)}</p>
    </SavingDialog>
  );
}
