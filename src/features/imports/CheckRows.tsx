import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportShown } from '#contract/imports-shown.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Empty } from '#ui/Empty.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { HeldRow } from './HeldRow.tsx';
import { imports, type Show } from './imports.queries.ts';
import { PlainRow } from './PlainRow.tsx';
import { ToFix } from './ToFix.tsx';
import { UpdateRow } from './UpdateRow.tsx';

const shows: readonly Exclude<Show, 'fix-each'>[] = ['fix', 'update', 'ready', 'here', 'skipped', 'in'];

const labelOf = ({ counts, changesWaitFor }: ImportShown, state: (typeof shows)[number]): string =>
  state === 'update' && changesWaitFor !== null ? words.changesWait(counts.update) : words.show[state](counts[state]);

/** The rows of a checked file by what is to become of them; those that need somebody first. */
export function CheckRows({ one }: { one: ImportShown }) {
  const first = shows.find((show) => one.counts[show] > 0) ?? 'fix';
  const [chosen, setChosen] = useState<(typeof shows)[number] | null>(null);
  const [each, setEach] = useState(false);
  const [after, setAfter] = useState(0);
  const show = chosen ?? first;
  const { data, error, refetch } = useQuery(imports.rows(one.id, show === 'fix' && each ? 'fix-each' : show, after));
  const last = data?.rows.at(-1)?.row ?? 0;
  const choose = (value: string) => {
    setChosen(shows.find((state) => state === value) ?? null);
    setAfter(0);
  };
  return (
    <>
      <div className={styles['counts']} data-import-counts>
        <SegmentedControl
          label={words.which}
          segments={shows
            .filter((state) => one.counts[state] > 0 || state === show || state === 'fix')
            .map((state) => ({ value: state, label: labelOf(one, state), current: state === show }))}
          onChoose={choose}
        />
      </div>
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data === undefined && error === null && <Skeleton what="rows" rows={5} />}
      {data !== undefined && data.rows.length === 0 && <Empty>{words.none[show]}</Empty>}
      {show === 'here' && data !== undefined && data.rows.length > 0 && <p className={styles['small']}>{words.hereText}</p>}
      {show === 'update' && one.counts.update > 0 && one.changesWaitFor !== null && (
        <p className={styles['small']}>{words.directorDecides(one.changesWaitFor)}</p>
      )}
      {show === 'fix' && data !== undefined && data.rows.length > 1 && (
        <ToFix rows={data.rows}>
          {(each || data.rows.some(({ similar }) => similar > 0)) && (
            <CheckRow checked={each} onChange={(event) => setEach(event.target.checked)}>
              {words.oneByOne}
            </CheckRow>
          )}
        </ToFix>
      )}
      {data !== undefined && data.rows.length > 0 && (
        <ul className={styles['rows']}>
          {data.rows.map((row) =>
            row.state === 'fix' ? (
              <HeldRow key={`${row.row} ${row.problems[0]?.message}`} importId={one.id} row={row} />
            ) : row.state === 'update' ? (
              <UpdateRow key={row.row} importId={one.id} row={row} />
            ) : (
              <PlainRow key={row.row} importId={one.id} row={row} />
            ),
          )}
        </ul>
      )}
      {(data?.more === true || after > 0) && (
        <p className={styles['pages']}>
          {after > 0 && <Button onClick={() => setAfter(0)}>{words.firstRows}</Button>}
          {data?.more === true && <Button onClick={() => setAfter(last)}>{words.moreRows}</Button>}
        </p>
      )}
    </>
  );
}
