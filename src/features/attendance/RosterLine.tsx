import { countedOf, minutesCounted } from '#domain/attendance/marks.ts';
import { came } from '#domain/attendance/delivered-minutes.ts';
import { dayMonth, dayWithYear, weekdayShort } from '#domain/calendar/words.ts';
import { classNames } from '#ui/class-names.ts';
import { ChangedByOther } from './ChangedByOther.tsx';
import type { RosterDraft } from './roster-draft.ts';
import type { EntryContext } from './roster-keys.ts';
import styles from './RosterLine.module.css';
import { markOf, rowState, timesShown, type RosterRow } from './roster-rows.ts';
import { clock, countsWords, keyOf, markWords, rosterWords, typingWords } from './roster-words.ts';
import { SecondMiss } from './SecondMiss.tsx';
import { TouchKeys } from './TouchKeys.tsx';
import type { ChangeRoster } from './useRosterDraft.ts';

type RosterLineProps = {
  row: RosterRow;
  draft: RosterDraft;
  context: Omit<EntryContext, 'row'>;
  isCurrent: boolean;
  fault: string | null;
  onFocus: (id: string) => void;
  onKey: (key: string) => void;
  onChange: ChangeRoster;
  onOutreach: ((row: RosterRow) => void) | null;
};

/** One person's place. The two identifiers are read out with every row. */
export function RosterLine({ row, draft, context, isCurrent, fault, onFocus, onKey, onChange, onOutreach }: RosterLineProps) {
  const { session, zone } = context;
  const state = rowState(row, draft, session);
  const mark = markOf(row, draft);
  const typing = draft.typing[row.id];
  const times = timesShown(mark, session);
  const cellId = `place-${row.id}`;
  const counts = countsWords(minutesCounted(mark, session), countedOf(session), mark.status, session.timesKnown);
  const makesUp = [row.makesUp, ...row.missed].find((one) => one?.sessionId === mark.makesUp) ?? null;
  const labels = [
    row.onLeave && rosterWords.onLeave,
    makesUp !== null
      ? rosterWords.makesUp(`${weekdayShort(makesUp.on)} ${dayMonth(makesUp.on)}`)
      : row.makeUp && mark.makesUp !== null && rosterWords.makeUp,
  ].filter((label) => label !== false);
  return (
    <tr
      role="row"
      aria-rowindex={row.number + 1}
      data-row={row.id}
      className={classNames(styles['row'], styles[state])}
      data-current={isCurrent || undefined}
      onClick={(event) => event.currentTarget.querySelector<HTMLElement>('[data-cell]')?.focus()}
    >
      <td role="gridcell" className={styles['number']}>
        {row.number}
      </td>
      <th role="rowheader" scope="row" id={`${cellId}-name`} className={styles['name']}>
        {row.name}
        {labels.map((label) => (
          <small key={label}>{label}</small>
        ))}
      </th>
      <td role="gridcell" id={`${cellId}-born`} className={styles['born']}>
        {row.bornOn === null ? row.chartNumber : dayWithYear(row.bornOn)}
      </td>
      <td
        role="gridcell"
        id={cellId}
        data-cell
        className={styles['status']}
        tabIndex={isCurrent ? 0 : -1}
        aria-labelledby={`${cellId}-name ${cellId}-born ${cellId}-mark${fault === null ? '' : ` ${cellId}-fault`}`}
        aria-invalid={fault === null ? undefined : true}
        onFocus={() => onFocus(row.id)}
      >
        {typing === undefined ? (
          <span id={`${cellId}-mark`} className={mark.status === null ? styles['notMarked'] : styles['value']} data-key={keyOf(mark)}>
            {markWords({ ...mark, ...times }, session)}
          </span>
        ) : (
          <span id={`${cellId}-mark`} className={styles['field']}>
            {typingWords(typing)}
            <span className={styles['caret']} />
          </span>
        )}
        {fault !== null && (
          <span className={styles['fault']} id={`${cellId}-fault`}>
            {fault}
          </span>
        )}
        {state === 'changed' && <ChangedByOther row={row} draft={draft} session={session} onChange={onChange} />}
        {row.missedOn !== null && mark.status === 'absent' && <SecondMiss row={row} on={row.missedOn} onOutreach={onOutreach} />}
      </td>
      <td role="gridcell" className={styles['time']} data-label={rosterWords.columns.in}>
        {times.arrivedAt === null ? '' : clock(times.arrivedAt, zone)}
      </td>
      <td role="gridcell" className={styles['time']} data-label={rosterWords.columns.out}>
        {times.leftAt === null ? '' : clock(times.leftAt, zone)}
      </td>
      <td role="gridcell" className={styles['counts']}>
        {counts}
      </td>
      <td role="gridcell" className={styles['where']}>
        {[mark.telehealth ? rosterWords.video : came(mark) ? rosterWords.inPerson : null, mark.note].filter(Boolean).join(', ')}
      </td>
      <td role="gridcell" className={styles['by']}>
        {byWords(row, draft, state, zone)}
      </td>
      {!session.cancelled && (
        <td role="gridcell" className={styles['touch']}>
          <TouchKeys row={row} mark={mark} onKey={onKey} />
        </td>
      )}
    </tr>
  );
}

function byWords(row: RosterRow, draft: RosterDraft, state: ReturnType<typeof rowState>, zone: EntryContext['zone']): string {
  if (state === 'sending') return draft.batch?.waits === true ? rosterWords.notSent : rosterWords.sending;
  if (state === 'entered' || state === 'typing' || state === 'changed') return rosterWords.notSaved;
  if (row.marked === null) return '';
  const who = row.marked.byYou ? rosterWords.you : row.marked.by;
  return row.marked.at === null ? who : `${who} ${clock(row.marked.at, zone)}`;
}
