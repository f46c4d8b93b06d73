import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { clients } from '#contract/clients.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { ChartsCompared } from '#contract/clients-merge.ts';
import { takenFields } from '#domain/clients/record.ts';
import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import { Table } from '#ui/Table.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { mergeWords } from './merge-words.ts';
import { MergeFields } from './MergeFields.tsx';
import styles from './Record.module.css';

type MergeChartsProps = { compared: ChartsCompared; onMerged: (clientId: string) => void };
type Choices = Readonly<Record<string, 'surviving' | 'merged'>>;

/** What a merge would do, shown before it is done: what stands, what moves, what has to be chosen; and the signed reason. */
export function MergeCharts({ compared, onMerged }: MergeChartsProps) {
  const { surviving, merged } = compared;
  const [key, setKey] = useState(newKey);
  const [take, setTake] = useState(() => takenFields.filter((field) => surviving[field] === null && merged[field] !== null));
  const [choices, setChoices] = useState<Choices>({});
  const [why, setWhy] = useState('');
  const open = compared.conflicts.filter((conflict) => conflict.keeps === null && choices[conflict.key] === undefined).length;
  const merge = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(
        clients.merge,
        {
          clientId: surviving.clientId,
          otherId: merged.clientId,
          otherVersion: merged.version,
          why,
          take: [...take],
          choices: { ...choices },
        },
        { key, version: surviving.version },
      ),
    onSuccess: ({ clientId }) => {
      onMerged(clientId);
    },
    onError: () => {
      setKey(newKey());
    },
  });

  return (
    <div className={styles['sections']}>
      {compared.blocked !== null && <p className={styles['stale']}>{compared.blocked}</p>}
      <Panel title={mergeWords.who} beside={mergeWords.whoHint}>
        <MergeFields compared={compared} take={take} onTake={(next) => setTake([...next])} />
      </Panel>
      <Panel title={mergeWords.holds} beside={mergeWords.holdsHint}>
        {compared.joins !== null && <p>{compared.joins}</p>}
        <div className={styles['holds']}>
          {compared.holds.length === 0 ? <p>{mergeWords.holdsNothing}</p> : <Holds compared={compared} />}
        </div>
      </Panel>
      {compared.conflicts.length > 0 && (
        <Panel title={mergeWords.conflicts}>
          <div className={styles['lines']}>
            {compared.conflicts.map(({ key: of, about, surviving: ours, merged: theirs, keeps }) =>
              keeps === null ? (
                <RadioRow
                  key={of}
                  label={`${about}. ${mergeWords.choice}`}
                  options={[
                    { value: 'surviving', label: ours },
                    { value: 'merged', label: theirs },
                  ]}
                  value={choices[of] ?? null}
                  onChoose={(stays) => setChoices({ ...choices, [of]: stays })}
                />
              ) : (
                <p key={of}>
                  {about}: {ours} / {theirs}; {mergeWords.keeps[keeps]}.
                </p>
              ),
            )}
          </div>
        </Panel>
      )}
      <Field label={mergeWords.why} hint={mergeWords.whyHint} className={styles['holds']}>
        {(wiring) => <TextArea {...wiring} rows={2} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      {merge.error instanceof Refused && <Fault>{merge.error.problem.fields?.[0]?.message ?? merge.error.message}</Fault>}
      <div className={styles['ends']}>
        <Button
          tone="primary"
          disabled={compared.blocked !== null || open > 0 || why.trim() === '' || merge.isPending}
          onClick={() => merge.mutate()}
        >
          {merge.isPending ? mergeWords.merging : mergeWords.merge}
        </Button>
        {compared.blocked === null && (open > 0 || why.trim() === '') && (
          <span className={styles['quiet']}>{open > 0 ? mergeWords.unsettled(open) : mergeWords.whyFirst}</span>
        )}
      </div>
    </div>
  );
}

function Holds({ compared: { holds, surviving, merged } }: { compared: ChartsCompared }) {
  return (
    <Table caption={mergeWords.holds}>
      <thead>
        <tr>
          <th scope="col">{mergeWords.has}</th>
          <th scope="col" data-number>
            {surviving.chartNumber}
          </th>
          <th scope="col" data-number>
            {merged.chartNumber}
          </th>
        </tr>
      </thead>
      <tbody>
        {holds.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td data-number>{row.surviving}</td>
            <td data-number>{row.merged}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
