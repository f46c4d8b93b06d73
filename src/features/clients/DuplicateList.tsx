import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { clients as clientsContract } from '#contract/clients.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { DuplicatesShown } from '#contract/clients-data-problems.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { likenessWords } from './add-words.ts';
import { clients } from './clients.queries.ts';
import { problemsWords, problemWords } from './problem-words.ts';
import styles from './Problems.module.css';

type Pair = DuplicatesShown['pairs'][number];

/** Pairs of charts that look alike: compared and merged, or said to be two people's. */
export function DuplicateList({ found: { pairs: first, many, next } }: { found: DuplicatesShown }) {
  const behind = useInfiniteQuery(clients.moreDuplicates(next));
  const pairs = [...first, ...(behind.data?.pages.flatMap((page) => page.pairs) ?? [])];
  const more = behind.data === undefined ? next !== null : behind.hasNextPage;
  const [notDuplicate, setNotDuplicate] = useState<Pair | null>(null);
  const { title, why } = problemWords.duplicate;
  return (
    <Panel id="duplicate" title={title} beside={problemsWords.listed(many, why)}>
      <ul className={styles['rows']} role="list">
        {pairs.map((pair) => (
          <li key={`${pair.one.clientId} ${pair.other.clientId}`} className={styles['pair']}>
            <Person chart={pair.one} />
            <Person chart={pair.other} />
            <span className={styles['quiet']}>{likenessWords[pair.likeness]}</span>
            <span className={styles['ends']}>
              <Link
                className={buttonLook('plain')}
                to="/clients/$clientId/merge"
                params={{ clientId: pair.one.clientId }}
                search={{ other: pair.other.clientId }}
              >
                {problemsWords.compare}
              </Link>
              <Button tone="quiet" onClick={() => setNotDuplicate(pair)}>
                {problemsWords.notSame}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {many > first.length && (
        <ShowMore
          shown={pairs.length}
          total={many}
          isPending={behind.isFetching}
          onMore={more ? () => void behind.fetchNextPage() : null}
        />
      )}
      {behind.error !== null && <Fault>{behind.error.message}</Fault>}
      {notDuplicate !== null && <NotDuplicateDialog pair={notDuplicate} onClose={() => setNotDuplicate(null)} />}
    </Panel>
  );
}

const Person = ({ chart }: { chart: Pair['one'] }) => (
  <span className={styles['person']}>
    <Link to="/clients/$clientId/record" params={{ clientId: chart.clientId }} className={styles['name']}>
      {chart.name}
    </Link>
    <span className={styles['quiet']}>
      {problemsWords.chart(chart.chartNumber, chart.bornOn === null ? null : dayWithYear(chart.bornOn))}
    </span>
  </span>
);

function NotDuplicateDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const [key] = useState(newKey);
  const [why, setWhy] = useState('');
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: () => call(clientsContract.markNotDuplicate, { clientId: pair.one.clientId, otherId: pair.other.clientId, why }, { key }),
    onSuccess: () => {
      onClose();
    },
  });
  return (
    <DialogLater
      open
      onClose={onClose}
      title={problemsWords.notSameTitle}
      closeLabel="Close"
      actions={
        <Button tone="primary" disabled={keep.isPending || why.trim() === ''} onClick={() => keep.mutate()}>
          {problemsWords.keep}
        </Button>
      }
    >
      <p>{[pair.one.name, problemsWords.and, pair.other.name].join(' ')}</p>
      <Field
        label={problemsWords.notSameWhy}
        hint={problemsWords.notSameHint}
        error={keep.error instanceof Refused ? (keep.error.problem.fields?.[0]?.message ?? keep.error.message) : null}
      >
        {(wiring) => <TextInput {...wiring} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
    </DialogLater>
  );
}
