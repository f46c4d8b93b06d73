import { memo } from 'react';
import type { CaseloadPage, CaseloadRow } from '#contract/caseload.ts';
import { clockWords } from '#domain/calendar/words.ts';
import { timeAt } from '#domain/calendar/calendar.ts';
import { CaseloadList } from '#features/caseload/CaseloadList.tsx';
import type { RowAction } from '#features/caseload/RowActions.tsx';
import { GoodNews } from '#features/caseload/GoodNews.tsx';
import { HandedOver } from '#features/caseload/HandedOver.tsx';
import { NothingNeeded } from '#features/caseload/NothingNeeded.tsx';
import { Snoozed } from '#features/caseload/Snoozed.tsx';
import { TodayLegend } from '#features/caseload/TodayLegend.tsx';
import { ToReadAgain } from '#features/caseload/ToReadAgain.tsx';
import { todayWords } from '#features/caseload/today-words.ts';
import styles from '#features/caseload/Today.module.css';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';

type TodayRowsProps = {
  pages: readonly CaseloadPage[];
  /** What the rows are filtered by. It may lag behind what is typed. */
  text: string;
  onAct: (row: CaseloadRow, action: RowAction) => void;
  onFilter: () => void;
  onClear: () => void;
  onRead: (row: CaseloadRow) => void;
  /** Null where all who need something are shown. */
  onNext: (() => void) | null;
};

/** Who needs something, in order, and below them everybody else. Drawn anew only for another answer or another filter. */
export const TodayRows = memo(function TodayRows({ pages, text, onAct, onFilter, onClear, onRead, onNext }: TodayRowsProps) {
  const [first] = pages;
  if (first === undefined) return null;
  const { asOf, timeZone, phases, counts, matching, whose } = first;
  const needing = pages.flatMap((page) => page.clients);
  const shown = matching.needing + matching.snoozed + matching.nothingNeeded;

  return (
    <>
      {counts.beingWorkedOut > 0 && <p role="status">{todayWords.workedOut(counts.beingWorkedOut)}</p>}
      {counts.clients === 0 && <Empty>{todayWords.nobody}</Empty>}
      {counts.clients > 0 && shown === 0 && counts.beingWorkedOut === 0 && (
        <Empty action={<Button onClick={onClear}>{todayWords.clearFilter}</Button>}>{todayWords.nobodyMatches(text)}</Empty>
      )}
      <HandedOver rows={first.handedOver} onRead={onRead} />
      <ToReadAgain people={first.readAgain} />
      {needing.length > 0 && <CaseloadList rows={needing} now={asOf} phases={phases} onAct={onAct} onFilter={onFilter} />}
      {onNext !== null && (
        <p className={styles['next']}>
          <Button onClick={onNext}>{todayWords.next(Math.min(50, matching.needing - needing.length))}</Button>{' '}
          {todayWords.shown(needing.length, matching.needing)}
        </p>
      )}
      {matching.needing === 0 && matching.nothingNeeded > 0 && counts.beingWorkedOut === 0 && (
        <Empty>{todayWords.allClear(counts.clients, clockWords(timeAt(asOf, timeZone)))}</Empty>
      )}
      <GoodNews people={first.goodNews} total={matching.goodNews} />
      <Snoozed people={first.snoozed} total={matching.snoozed} />
      <NothingNeeded whose={whose} text={text} total={matching.nothingNeeded} news={matching.goodNews} />
      {shown > 0 && <TodayLegend />}
    </>
  );
});
