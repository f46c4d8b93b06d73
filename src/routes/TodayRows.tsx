import { memo } from 'react';
import type { OutputOf } from '#contract/endpoint.ts';
import type { CaseloadRow, caseload } from '#contract/caseload.ts';
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
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';

type TodayRowsProps = {
  answer: OutputOf<typeof caseload.today>;
  /** What the rows are filtered by. It may lag behind what is typed. */
  text: string;
  onAct: (row: CaseloadRow, action: RowAction) => void;
  onFilter: () => void;
  onClear: () => void;
  onRead: (row: CaseloadRow) => void;
};

/** Who needs something, in order, and below them everybody else. Drawn anew only for another answer or another filter. */
export const TodayRows = memo(function TodayRows({ answer, text, onAct, onFilter, onClear, onRead }: TodayRowsProps) {
  const { asOf, timeZone, clients, phases } = answer;
  const shown = clients.filter((row) => `${row.name} ${row.group ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()));
  const needing = shown.filter((row) => row.needs.length > 0);
  const rest = shown.filter((row) => row.needs.length === 0 && row.snoozedUntil === null);
  const news = rest.filter((row) => row.goodNews.length > 0);

  return (
    <>
      {clients.length === 0 && <Empty>{todayWords.nobody}</Empty>}
      {clients.length > 0 && shown.length === 0 && (
        <Empty action={<Button onClick={onClear}>{todayWords.clearFilter}</Button>}>{todayWords.nobodyMatches(text)}</Empty>
      )}
      <HandedOver rows={shown.filter(({ handover }) => handover !== null)} onRead={onRead} />
      <ToReadAgain rows={shown.filter(({ reinterpretations }) => reinterpretations > 0)} />
      {needing.length > 0 && <CaseloadList rows={needing} now={asOf} phases={phases} onAct={onAct} onFilter={onFilter} />}
      {needing.length === 0 && rest.length > 0 && <Empty>{todayWords.allClear(clients.length, clockWords(timeAt(asOf, timeZone)))}</Empty>}
      <GoodNews rows={news} />
      <Snoozed rows={shown.filter((row) => row.snoozedUntil !== null && row.needs.length === 0)} />
      <NothingNeeded rows={rest} news={news.length} />
      {shown.length > 0 && <TodayLegend />}
    </>
  );
});
