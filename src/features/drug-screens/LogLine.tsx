import { dayWithYear } from '#domain/calendar/words.ts';
import type { Instant, Zone } from '#domain/calendar/calendar.ts';
import { classNames } from '#ui/class-names.ts';
import { By } from './By.tsx';
import type { LogDraft } from './log-draft.ts';
import styles from './LogLine.module.css';
import { rowState, type CupLog, type LogRow, type Panel } from './log-rows.ts';
import { logWords } from './log-words.ts';
import { ObserverCell } from './ObserverCell.tsx';
import type { Watched } from './observers.ts';
import { ReadTimerCell } from './ReadTimerCell.tsx';
import { Shows } from './Shows.tsx';
import { Strips } from './Strips.tsx';
import { temperatureWords } from './temperature-words.ts';
import { refusalOf } from './refused-rows.ts';
import type { useSigning } from './useSigning.ts';

type LogLineProps = {
  row: LogRow;
  zone: Zone;
  draft: LogDraft;
  panel: Panel;
  now: Instant;
  isCurrent: boolean;
  /** Why a key left this row as it is entered; null where none did. */
  left: string | null;
  onFocus: () => void;
  onKey: (key: string) => void;
  onCorrect: () => void;
  observers: CupLog['observers'];
  onWatched: (watched: Watched) => void;
  refusal: ReturnType<typeof useSigning>['refusal'];
};

/** One person's cup. The two identifiers are read out with every row. */
export function LogLine({
  row,
  zone,
  draft,
  panel,
  now,
  isCurrent,
  left,
  onFocus,
  onKey,
  onCorrect,
  observers,
  onWatched,
  refusal,
}: LogLineProps) {
  const state = rowState(row, draft);
  const fault = refusalOf(row, refusal) ?? left;
  const cellId = `cup-${row.id}`;
  return (
    <tr
      role="row"
      aria-rowindex={row.number + 1}
      data-row={row.id}
      className={classNames(styles['row'], styles[state])}
      data-current={isCurrent || undefined}
      onClick={(event) =>
        event.target instanceof HTMLSelectElement ? undefined : event.currentTarget.querySelector<HTMLElement>('[data-cup]')?.focus()
      }
    >
      <td role="gridcell" className={styles['ordinal']}>
        {row.number}
      </td>
      <th role="rowheader" scope="row" id={`${cellId}-name`} className={styles['name']}>
        {row.name}
        {row.added !== null && (
          <small>{row.added.secondSpecimen ? logWords.second : row.added.forCause ? logWords.forCause : logWords.walkIn}</small>
        )}
      </th>
      <td role="gridcell" id={`${cellId}-born`} className={styles['born']}>
        {row.bornOn === null ? row.chartNumber : dayWithYear(row.bornOn)}
      </td>
      <ReadTimerCell row={row} draft={draft} panel={panel} now={now} onSetDown={() => onKey(' ')} />
      <td role="gridcell" className={styles['temperature']}>
        {temperatureWords(row, draft)}
      </td>
      <td
        role="gridcell"
        id={cellId}
        data-cup
        className={styles['shows']}
        tabIndex={isCurrent ? 0 : -1}
        aria-labelledby={`${cellId}-name ${cellId}-born ${cellId}-shows${fault === null ? '' : ` ${cellId}-fault`}`}
        aria-invalid={fault === null ? undefined : true}
        aria-readonly={state === 'saved' || state === 'sending' ? true : undefined}
        onFocus={onFocus}
      >
        <Shows id={`${cellId}-shows`} row={row} draft={draft} panel={panel} state={state} />
        {fault !== null && (
          <span className={styles['fault']} id={`${cellId}-fault`}>
            {fault}
          </span>
        )}
      </td>
      <Strips row={row} draft={draft} panel={panel} state={state} onKey={isCurrent ? onKey : null} />
      {observers !== null && <ObserverCell row={row} draft={draft} observers={observers} state={state} onWatched={onWatched} />}
      <td role="gridcell" className={styles['by']}>
        <By row={row} draft={draft} zone={zone} state={state} onCorrect={onCorrect} />
      </td>
    </tr>
  );
}
