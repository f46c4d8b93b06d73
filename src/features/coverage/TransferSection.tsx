import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseloadOf } from '#contract/coverage.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Field } from '#ui/Field.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Select } from '#ui/Select.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import styles from './Coverage.module.css';
import { coverage } from './coverage.queries.ts';
import { coveragePageWords } from './coverage-page-words.ts';
import { TransferDialog } from './TransferDialog.tsx';

type TransferSectionProps = {
  caseloads: readonly CaseloadOf[];
  staff: readonly { readonly id: string; readonly name: string }[];
  today: Day;
};

/** Clients go from one caseload to another, one or all at once. */
export function TransferSection({ caseloads, staff, today }: TransferSectionProps) {
  const [from, setFrom] = useState<string>(caseloads[0]?.therapist?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [handing, setHanding] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const caseload = caseloads.find(({ therapist }) => (therapist?.id ?? '') === from);
  const listed = useInfiniteQuery({ ...coverage.clients(caseload?.therapist?.id ?? null), enabled: caseload !== undefined });
  const clients = listed.data?.pages.flatMap((page) => page.clients) ?? [];
  const still = chosen.filter((id) => clients.some(({ clientId }) => clientId === id));
  const all = clients.length > 0 && still.length === clients.length;
  return (
    <div className={styles['transfer']}>
      <Panel id="transfer" title={coveragePageWords.transfer}>
        <p className={styles['quiet']}>{coveragePageWords.transferText}</p>
        {done !== null && <p role="status">{done}</p>}
        <div className={styles['form']}>
          <div className={styles['fields']}>
            <Field label={coveragePageWords.fromWhom}>
              {(wiring) => (
                <Select
                  {...wiring}
                  value={from}
                  onChange={(event) => {
                    setFrom(event.target.value);
                    setChosen([]);
                  }}
                >
                  {caseloads.length === 0 && <option value="">{coveragePageWords.nobody}</option>}
                  {caseloads.map(({ therapist, clients: count }) => (
                    <option key={therapist?.id ?? ''} value={therapist?.id ?? ''}>
                      {therapist?.name ?? coveragePageWords.unassigned} ({count})
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <fieldset>
            <legend className={styles['quiet']}>{coveragePageWords.whom}</legend>
            {caseload === undefined && <p>{coveragePageWords.nobody}</p>}
            {listed.isPending && caseload !== undefined && <Skeleton what={coveragePageWords.whom} rows={4} />}
            {listed.error !== null && <Unavailable onRetry={() => void listed.refetch()}>{listed.error.message}</Unavailable>}
            {clients.length > 1 && (
              <CheckRow checked={all} onChange={() => setChosen(all ? [] : clients.map(({ clientId }) => clientId))}>
                {coveragePageWords.everyone(clients.length, listed.hasNextPage)}
              </CheckRow>
            )}
            <ul className={styles['people']}>
              {clients.map(({ clientId, name, group, chartNumber }) => (
                <li key={clientId}>
                  <CheckRow
                    checked={still.includes(clientId)}
                    onChange={() => setChosen(still.includes(clientId) ? still.filter((id) => id !== clientId) : [...still, clientId])}
                  >
                    {name}{' '}
                    <span className={styles['group']}>{[group, coveragePageWords.chart(chartNumber)].filter(Boolean).join(' · ')}</span>
                  </CheckRow>
                </li>
              ))}
            </ul>
            {(listed.hasNextPage || (listed.data?.pages.length ?? 0) > 1) && (
              <ShowMore
                shown={clients.length}
                total={caseload?.clients ?? null}
                isPending={listed.isFetchingNextPage}
                onMore={listed.hasNextPage ? () => void listed.fetchNextPage() : null}
              />
            )}
            <div className={styles['foot']}>
              <Button tone="primary" disabled={still.length === 0} onClick={() => setHanding(true)}>
                {coveragePageWords.handOver(still.length)}
              </Button>
            </div>
          </fieldset>
        </div>
        {handing && (
          <TransferDialog
            title={coveragePageWords.handOver(still.length)}
            fromId={caseload?.therapist?.id ?? null}
            clientIds={still}
            staff={staff}
            today={today}
            onDone={(message) => {
              setHanding(false);
              setChosen([]);
              setDone(message);
            }}
            onClose={() => setHanding(false)}
          />
        )}
      </Panel>
    </div>
  );
}
