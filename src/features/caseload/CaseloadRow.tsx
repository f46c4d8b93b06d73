import { Link } from '@tanstack/react-router';
import type { CaseloadRow as Row } from '#contract/caseload.ts';
import { GoalLadders } from '#charts/GoalLadders.tsx';
import { HoursSparkline } from '#charts/HoursSparkline.tsx';
import { PhaseProgress } from '#charts/PhaseProgress.tsx';
import { ScreenStrip } from '#charts/ScreenStrip.tsx';
import type { Instant } from '#domain/calendar/calendar.ts';
import { Chip } from '#ui/Chip.tsx';
import { classNames } from '#ui/class-names.ts';
import { rowMark } from '#ui/useRowSelection.ts';
import styles from './Caseload.module.css';
import { NeedLine } from './NeedLine.tsx';
import { RowActions, type RowAction } from './RowActions.tsx';
import { todayWords } from './today-words.ts';

type CaseloadRowProps = {
  row: Row;
  now: Instant;
  phases: number;
  selected: boolean;
  onSelect: () => void;
  onAct: (action: RowAction) => void;
};

/** One client: the first reason and its clock, and beside it how they are doing. */
export function CaseloadRow({ row, now, phases, selected, onSelect, onAct }: CaseloadRowProps) {
  const [first, ...more] = row.needs;
  return (
    <li
      className={classNames(styles['row'], selected && styles['selected'])}
      {...rowMark(row.clientId)}
      tabIndex={selected ? 0 : -1}
      aria-current={selected || undefined}
      aria-label={row.name}
      // A row that opens under a pressed mouse would move what was pressed, so a press selects only once it is a click.
      onFocus={(event) => event.target.matches(':focus-visible') && onSelect()}
      onClick={onSelect}
    >
      <div className={styles['client']}>
        <Link to="/clients/$clientId" params={{ clientId: row.clientId }} className={styles['name']}>
          {row.name}
        </Link>
        <span className={styles['meets']}>{[row.group, row.meets].filter(Boolean).join(' ')}</span>
        {row.closedOn !== undefined && <Chip tone="plain">{todayWords.closed(row.closedOn)}</Chip>}
        {row.therapist !== undefined && <span className={styles['meets']}>{row.therapist}</span>}
        {row.covering !== undefined && <span className={styles['meets']}>{row.covering}</span>}
      </div>
      <div className={styles['why']}>
        {first !== undefined && <NeedLine need={first} more={more.length} now={now} name={row.name} onMore={() => onAct('peek')} />}
        {selected && first !== undefined && <RowActions need={first} name={row.name} onAct={onAct} />}
      </div>
      <Pictures row={row} phases={phases} />
    </li>
  );
}

function Pictures({ row, phases }: { row: Row; phases: number }) {
  return (
    <>
      <div className={styles['hours']}>
        <HoursSparkline hours={row.hours} label={row.hoursSummary} />
        <span className={styles['under']}>{row.lastWeek}</span>
      </div>
      <div className={styles['screens']}>
        <ScreenStrip events={row.strip} label={row.stripLabels.join('; ')} />
        {row.stripLabels.map((line) => (
          <span key={line} className={styles['under']}>
            {line}
          </span>
        ))}
      </div>
      <div className={styles['phase']}>
        {row.phase === null ? (
          <span className={styles['under']}>{todayWords.noCriteria}</span>
        ) : (
          <>
            <PhaseProgress
              phases={phases}
              current={row.phase.number}
              criteria={row.phase}
              label={todayWords.phase(row.phase.number, row.phase.week)}
            />
            <span className={styles['under']}>{todayWords.phase(row.phase.number, row.phase.week)}</span>
            <span className={styles['under']}>{todayWords.criteria(row.phase.met, row.phase.of)}</span>
          </>
        )}
      </div>
      <div className={styles['goals']}>
        {row.goals.length > 0 && <GoalLadders levels={row.goals} label={row.goalsSummary} />}
        <span className={styles['under']}>{row.goalsSummary}</span>
      </div>
    </>
  );
}
