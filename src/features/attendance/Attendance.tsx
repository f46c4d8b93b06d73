import { useSuspenseQuery } from '@tanstack/react-query';
import Printer from 'lucide-react/icons/printer';
import { useRef, useState, type ReactNode } from 'react';
import { useNow } from '#api/clock.ts';
import { clockWords, dayWords, momentWords, weekdayShort } from '#domain/calendar/words.ts';
import { timeAt, type Day } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Stamp } from '#ui/Stamp.tsx';
import { Unsent } from '#ui/Unsent.tsx';
import styles from './Attendance.module.css';
import { AddPerson } from './AddPerson.tsx';
import { attendance } from './attendance.queries.ts';
import { RosterEditor } from './RosterEditor.tsx';
import { RosterSheet } from './RosterSheet.tsx';
import { unsavedCount } from './roster-draft.ts';
import { rosterRows, sessionOf, tallyOf, type RosterRow } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';
import { useRosterDraft } from './useRosterDraft.ts';
import type { RosterHandle } from './useRosterKeys.ts';
import { useSaving } from './useSaving.ts';

type AttendanceProps = {
  sessionId: string;
  renderBack: (label: string, on: Day) => ReactNode;
  renderResults: (label: string) => ReactNode;
  onResults: () => void;
  /** Opens the way to write down an outreach; null where the reader's role has none. */
  onOutreach: ((row: RosterRow) => void) | null;
};

/** The roster of one session: one key a person, and saving that is asked for. */
export function Attendance({ sessionId, renderBack, renderResults, onResults, onOutreach }: AttendanceProps) {
  const { data: roster, isRefetchError, refetch } = useSuspenseQuery(attendance.roster(sessionId));
  const { draft, change } = useRosterDraft(sessionId);
  // A roster that is opened before the session opens with it, without being asked again.
  const now = useNow();
  const saving = useSaving(draft, change);
  const grid = useRef<RosterHandle>(null);
  const [isAdding, setAdding] = useState(false);

  const { session, zone } = roster;
  const rows: readonly RosterRow[] = rosterRows(roster);
  const times = timesWords(session, zone);
  const title = `${weekdayShort(session.on)} ${session.groupName ?? session.title}`;
  const asOf = clockWords(timeAt(roster.asOf, zone));
  const [booked, ...rest] = rosterWords.tally(tallyOf(rows, draft));
  const unsaved = unsavedCount(draft);
  const cancelled = session.cancelledBecause;

  return (
    <div className={styles['page']}>
      <div data-print="never">
        <PageHeader
          eyebrow={renderBack(`Sessions, ${dayWords(session.on)} ${session.on.slice(0, 4)}`, session.on)}
          title={rosterWords.title(title, times)}
          beside={rosterWords.led(session.leader, session.siteName)}
          actions={
            <>
              {renderResults(rosterWords.results)}
              <Button icon={<Printer size={16} aria-hidden="true" />} onClick={() => window.print()}>
                {rosterWords.print}
              </Button>
            </>
          }
        />
        {cancelled !== null && <p className={styles['notice']}>{rosterWords.cancelled(cancelled)}</p>}
        {cancelled === null && now < session.opensAt && (
          <p className={styles['notice']}>{rosterWords.notOpen(momentWords(session.opensAt, zone))}</p>
        )}
        {unsaved > 0 && (
          <Unsent
            waits={draft.batch?.waits === true && !saving.isSending}
            words={{
              offline: rosterWords.offline(unsaved),
              waiting: rosterWords.waiting(draft.batch?.input.rows.length ?? unsaved),
              sendAgain: rosterWords.sendAgain,
            }}
            onSend={saving.sendAgain}
          />
        )}
        <div className={styles['bar']}>
          <p className={styles['tally']}>
            <strong>{booked}</strong>
            {rest.map((part) => ` · ${part}`)}
          </p>
          <div className={styles['side']}>
            {cancelled === null && (
              <>
                <Button tone="quiet" keyHint="+" aria-keyshortcuts="+" onClick={() => setAdding(true)}>
                  {rosterWords.add}
                </Button>
                <Button tone="quiet" keyHint="Ctrl Z" onClick={() => grid.current?.press('undo')}>
                  {rosterWords.undo}
                </Button>
              </>
            )}
            <Stamp
              parts={isRefetchError ? [rosterWords.stale(asOf)] : [rosterWords.asOf(asOf), rosterWords.live]}
              stale={isRefetchError}
              onRetry={() => void refetch()}
            />
          </div>
        </div>
        {rows.length === 0 ? (
          <Empty>{rosterWords.nobody}</Empty>
        ) : (
          <RosterEditor
            roster={roster}
            rows={rows}
            now={now}
            session={sessionOf(session)}
            draft={draft}
            change={change}
            saving={saving}
            grid={grid}
            onAdd={() => setAdding(true)}
            onResults={onResults}
            onOutreach={onOutreach}
          />
        )}
        <AddPerson sessionId={sessionId} isOpen={isAdding} onClose={() => setAdding(false)} />
      </div>
      <RosterSheet roster={roster} title={title} times={times} />
    </div>
  );
}
