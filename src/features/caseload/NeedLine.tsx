import type { CaseloadRow } from '#contract/caseload.ts';
import { untilWords } from '#domain/calendar/words.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import { Chip } from '#ui/Chip.tsx';
import styles from './Caseload.module.css';
import { todayWords } from './today-words.ts';

type NeedLineProps = { need: CaseloadRow['needs'][number]; more: number; now: Instant; name: string; onMore: () => void };

export function NeedLine({ need, more, now, name, onMore }: NeedLineProps) {
  return (
    <>
      <p className={styles['reason']}>{need.why}</p>
      <p className={styles['due']}>
        {need.task !== undefined && <Chip tone="wait">{need.task}</Chip>}
        <span className={styles['until']}>{need.note ?? (need.dueAt === null ? '' : untilWords(need.dueAt, now))}</span>
        {more > 0 && (
          <button type="button" className={styles['more']} aria-label={todayWords.moreFor(more, name)} onClick={onMore}>
            {todayWords.more(more)}
          </button>
        )}
      </p>
    </>
  );
}
