import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { clockWords, dayWithYear, dayWords, weekdayShort } from '#domain/calendar/words.ts';
import { timeAt } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { Button } from '#ui/Button.tsx';
import { currentIn } from '#ui/current-row.ts';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { Unsent } from '#ui/Unsent.tsx';
import { BlankLog } from './BlankLog.tsx';
import { BreathDialog } from './BreathDialog.tsx';
import { BreathReadings } from './BreathReadings.tsx';
import { breathLogWords } from './breath-words.ts';
import { CorrectEntry } from './CorrectEntry.tsx';
import { drugScreens } from './drug-screens.queries.ts';
import { KeyPad } from './KeyPad.tsx';
import { LogGrid } from './LogGrid.tsx';
import styles from './LogResults.module.css';
import { chosenLot, chosenPanel, logRows, rowState, type LogRow, type RowState } from './log-rows.ts';
import { unsavedCount } from './log-draft.ts';
import { logWords } from './log-words.ts';
import { LogTools } from './LogTools.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { SafetyReport } from './SafetyReport.tsx';
import { signingWords } from './signing-words.ts';
import { useLogDraft, useLogRow } from './useLogDraft.ts';
import type { GridHandle } from './useLogKeys.ts';
import { useNow } from '#api/clock.ts';
import { useSigning } from './useSigning.ts';
import { WalkIn } from './WalkIn.tsx';

type LogResultsProps = { sessionId: string; renderBack: (label: string, on: string) => ReactNode };

/** The roster of one session, one row a cup, and the count that closes it. */
export function LogResults({ sessionId, renderBack }: LogResultsProps) {
  const { data: log, isRefetchError, refetch } = useSuspenseQuery(drugScreens.cupLog(sessionId));
  const { draft, change } = useLogDraft(sessionId);
  const now = useNow();
  const signing = useSigning(draft, change);
  const grid = useRef<GridHandle>(null);
  const count = useRef<HTMLInputElement>(null);
  const { current: wasOn, goTo } = useLogRow(sessionId);
  const [left, setLeft] = useState<{ readonly rowId: string; readonly message: string } | null>(null);
  const [corrected, setCorrected] = useState<LogRow | null>(null);
  const [isWalkInOpen, setWalkInOpen] = useState(false);
  const [breath, setBreath] = useState<{ clientId: string; typed: string } | null>(null);

  const { session, zone } = log;
  const isHidden = session.collectionOpensAt > now;
  const opens = clockWords(timeAt(session.collectionOpensAt, zone));
  const unsaved = unsavedCount(draft);
  const asOf = clockWords(timeAt(log.asOf, zone));
  const rows = logRows(log, draft);
  const panel = chosenPanel(log, draft);
  const lot = chosenLot(panel, draft);
  const current = currentIn(rows, wasOn);
  const first = (...wanted: readonly RowState[]) => rows.find((row) => wanted.includes(rowState(row, draft)));
  // Whoever was on no row begins at what they left half typed, then at the first cup that nobody read.
  const stop = current ?? first('typing') ?? first('blank') ?? first('entered', 'sending') ?? rows[0] ?? null;
  const times = timesWords(session, zone);
  const title = `${weekdayShort(session.on)} ${session.groupName ?? session.title}`;
  const states = rows.map((row) => rowState(row, draft));
  const inState = (...wanted: readonly (typeof states)[number][]) => states.filter((state) => wanted.includes(state)).length;
  const [due, ...rest] = logWords.counts(
    rows.filter(({ slotId }) => slotId !== null).length,
    rows.filter(({ slotId }) => slotId === null).length,
    inState('saved', 'sending', 'entered'),
    inState('typing'),
    inState('blank'),
  );

  return (
    <div className={styles['page']}>
      <div data-print="never">
        <PageHeader
          eyebrow={renderBack(`Sessions, ${dayWords(session.on)} ${session.on.slice(0, 4)}`, session.on)}
          title={logWords.title(title, times)}
          actions={
            log.opened && (
              <LogTools
                log={log}
                panel={panel}
                lot={lot}
                watcher={draft.watcher}
                onChoose={(choice) => change((before) => ({ ...before, ...choice }))}
              />
            )
          }
        />
        {session.cancelledBecause !== null && <p className={styles['notice']}>{logWords.cancelled(session.cancelledBecause)}</p>}
        {!log.opened && <Empty>{logWords.notOpen(dayWithYear(session.on))}</Empty>}
        {log.opened && (
          <>
            {unsaved > 0 && (
              <Unsent
                waits={draft.batch?.waits === true && !signing.isSending}
                words={{
                  offline: signingWords.offline(unsaved),
                  waiting: signingWords.waiting(draft.batch?.rowIds.length ?? unsaved),
                  sendAgain: signingWords.sendAgain,
                }}
                onSend={signing.sendAgain}
              />
            )}
            <div className={styles['bar']}>
              <p>
                <strong>{isHidden ? logWords.dueFrom(opens) : due}</strong>
                {rest.map((part) => ` · ${part}`)}
              </p>
              <div className={styles['side']}>
                <WalkIn
                  sessionId={sessionId}
                  rows={rows}
                  isOpen={isWalkInOpen}
                  onOpen={setWalkInOpen}
                  onAdd={(row) => change((before) => ({ ...before, added: [...before.added, row] }))}
                />
                <Button tone="quiet" keyHint="Ctrl Z" onClick={() => grid.current?.press('undo')}>
                  {logWords.undo}
                </Button>
                {log.breath !== null && (
                  <Button
                    tone="quiet"
                    keyHint="."
                    disabled={rows.length === 0}
                    onClick={() => setBreath({ clientId: stop?.clientId ?? '', typed: '' })}
                  >
                    {breathLogWords.open}
                  </Button>
                )}
                <SafetyReport sessionId={sessionId} rows={rows} zone={zone} />
                <Stamp
                  parts={isRefetchError ? [logWords.stale(asOf)] : [logWords.asOf(asOf), logWords.live]}
                  stale={isRefetchError}
                  onRetry={() => void refetch()}
                />
              </div>
            </div>
            {rows.length === 0 && <Empty>{isHidden ? logWords.hiddenUntil(opens) : logWords.nobodyDue}</Empty>}
            {rows.length > 0 && panel === null && <Empty>{logWords.noPanels}</Empty>}
            {rows.length > 0 && panel !== null && stop !== null && (
              <>
                <LogGrid
                  ref={grid}
                  zone={zone}
                  observers={log.observers}
                  readerId={log.reader.id}
                  rows={rows}
                  draft={draft}
                  panel={panel}
                  now={now}
                  stop={stop}
                  onCurrent={({ id, clientId }) => goTo({ id, clientId })}
                  left={left}
                  onLeft={setLeft}
                  onChange={change}
                  onReview={() => count.current?.focus()}
                  onWalkIn={() => setWalkInOpen(true)}
                  onCorrect={setCorrected}
                  onBreath={log.breath === null ? null : (row, typed) => setBreath({ clientId: row.clientId, typed })}
                  refusal={signing.refusal}
                />
                <KeyPad
                  panel={panel}
                  watched={log.observers !== null}
                  row={wasOn !== null && current === null ? null : stop}
                  onKey={(key) => grid.current?.press(key)}
                />
                <p className={styles['means']} id="n-means">
                  <strong>N</strong>
                  {logWords.nMeans}
                </p>
                {corrected?.recorded != null && (
                  <CorrectEntry
                    key={corrected.id}
                    row={corrected}
                    recorded={corrected.recorded}
                    rows={rows}
                    panel={log.panels.find(({ id }) => id === corrected.recorded?.panelId) ?? panel}
                    lot={lot?.lot ?? null}
                    observers={log.observers}
                    onClose={() => setCorrected(null)}
                  />
                )}
                <BreathReadings log={log} />
                <ReviewBar countBox={count} log={log} rows={rows} draft={draft} panel={panel} lot={lot} signing={signing} />
              </>
            )}
          </>
        )}
      </div>
      {breath !== null && (
        <BreathDialog log={log} rows={rows} clientId={breath.clientId} typed={breath.typed} onClose={() => setBreath(null)} />
      )}
      {log.opened && panel !== null && (
        <BlankLog
          title={title}
          on={session.on}
          times={times}
          rows={rows}
          panel={panel}
          lot={lot?.lot ?? null}
          watched={log.observers !== null}
        />
      )}
    </div>
  );
}
