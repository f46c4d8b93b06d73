import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useRef, useState } from 'react';
import { Refused } from '#api/client.ts';
import type { CaseloadRow } from '#contract/caseload.ts';
import { clockWords, dayInFull } from '#domain/calendar/words.ts';
import { todayHeadline } from '#domain/caseload/headline-words.ts';
import { timeAt } from '#domain/calendar/calendar.ts';
import { caseload } from '#features/caseload/caseload.queries.ts';
import type { RowAction } from '#features/caseload/RowActions.tsx';
import { TodayTools } from '#features/caseload/TodayTools.tsx';
import { todayWords } from '#features/caseload/today-words.ts';
import { NoAccess } from '#ui/NoAccess.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import type { Opened } from './TodayDialog.tsx';
import { TodayRows } from './TodayRows.tsx';

const TodayDialog = lazy(async () => ({ default: (await import('./TodayDialog.tsx')).TodayDialog }));

const WaitingSignatures = lazy(async () => ({ default: (await import('#features/episodes/WaitingSignatures.tsx')).WaitingSignatures }));

const route = getRouteApi('/today');

export function TodayPage() {
  const { for: whose } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim());
  const { data: given, error, isError, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery(caseload.today({ whose, text: sought }));
  // Fifty rows are drawn a few at a time, so that a key pressed meanwhile is not kept waiting.
  const data = useDeferredValue(given);
  const [opened, setOpened] = useState<Opened | null>(null);
  const act = useCallback(
    (row: CaseloadRow, action: RowAction) => {
      const need = row.needs[0];
      const step = action === 'main' || action === 'adjust';
      if (step && need?.adjustmentId !== undefined) {
        void navigate({
          to: '/clients/$clientId/adjustments/$adjustmentId',
          params: { clientId: row.clientId, adjustmentId: need.adjustmentId },
        });
      } else if (step && need?.about !== undefined) setOpened({ kind: 'answer', row });
      else if (step && need?.kind === 'lost-contact') setOpened({ kind: 'contact', row });
      else if (action === 'snooze' && need !== undefined && need.kind !== 'safety') setOpened({ kind: 'snooze', row });
      else if (action === 'peek') setOpened({ kind: 'peek', row });
      else if (action === 'open' || step) void navigate({ to: '/clients/$clientId', params: { clientId: row.clientId } });
    },
    [navigate],
  );
  const toFilter = useCallback(() => filter.current?.focus(), []);
  const clear = useCallback(() => setText(''), []);
  const next = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const read = useCallback((row: CaseloadRow) => setOpened({ kind: 'peek', row }), []);

  if (error instanceof Refused && error.code === 'not-your-role') return <NoAccess>{error.message}</NoAccess>;
  if (data === undefined) return isError ? <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable> : <Waiting />;
  const [first] = data.pages;
  if (first === undefined) return <Waiting />;
  const { asOf, today, timeZone, counts } = first;
  const time = clockWords(timeAt(asOf, timeZone));
  return (
    <>
      <title>Today · Cairn</title>
      <PageHeader
        look="hero"
        ruled={false}
        eyebrow={dayInFull(today)}
        title={todayHeadline(counts, first.whose)}
        actions={
          <TodayTools
            filter={filter}
            whose={first.whose}
            text={text}
            stamp={isError ? todayWords.stale(time) : todayWords.asOf(time)}
            stale={isError}
            onRetry={() => void refetch()}
            onWhose={(next) => void navigate({ search: { for: next } })}
            onText={setText}
            onOrder={() => setOpened({ kind: 'order' })}
          />
        }
      />
      {first.signaturesWait && (
        <Suspense fallback={null}>
          <WaitingSignatures />
        </Suspense>
      )}
      <TodayRows
        pages={data.pages}
        text={sought}
        onAct={act}
        onFilter={toFilter}
        onClear={clear}
        onRead={read}
        onNext={hasNextPage ? next : null}
      />
      {opened !== null && (
        <Suspense fallback={null}>
          <TodayDialog opened={opened} today={today} now={asOf} zone={timeZone} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}

function Waiting() {
  return (
    <>
      <title>Today · Cairn</title>
      <PageHeader look="hero" ruled={false} title="Today" />
      <Skeleton what="your clients" rows={6} rowHeight={88} />
    </>
  );
}
