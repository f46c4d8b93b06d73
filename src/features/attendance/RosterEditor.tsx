import { useRef, useState, type RefObject } from 'react';
import type { MarkedSession } from '#domain/attendance/marks.ts';
import { isTreatment } from '#domain/attendance/delivered-minutes.ts';
import { hoursBetween, type Instant } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import { announce } from '#ui/announcements.ts';
import styles from './Attendance.module.css';
import { BookingDialog } from './BookingDialog.tsx';
import { RosterGrid } from './RosterGrid.tsx';
import { RosterKeys } from './RosterKeys.tsx';
import { RosterReview } from './RosterReview.tsx';
import { entering, type EntryContext } from './roster-keys.ts';
import type { RosterDraft } from './roster-draft.ts';
import { markOf, rowState, type Roster, type RosterRow, type RowState } from './roster-rows.ts';
import { rosterWords } from './roster-words.ts';
import { useRosterRow, type ChangeRoster } from './useRosterDraft.ts';
import type { RosterHandle } from './useRosterKeys.ts';
import type { Saving } from './useSaving.ts';

type RosterEditorProps = {
  roster: Roster;
  rows: readonly RosterRow[];
  now: Instant;
  session: MarkedSession;
  draft: RosterDraft;
  change: ChangeRoster;
  saving: Saving;
  grid: RefObject<RosterHandle | null>;
  onAdd: () => void;
  onResults: () => void;
  onOutreach: ((row: RosterRow) => void) | null;
};

/** The people, the keys that mark them, and the review that closes it. */
export function RosterEditor({ roster, rows, now, session, draft, change, saving, grid, onAdd, onResults, onOutreach }: RosterEditorProps) {
  const { wasOn, goTo } = useRosterRow(roster.session.id);
  const [detailsOf, setDetailsOf] = useState<string | null>(null);
  const [fault, setFault] = useState<{ readonly rowId: string; readonly message: string } | null>(null);
  const saveButton = useRef<HTMLButtonElement>(null);

  const { zone } = roster;
  const { opensAt, startsAt, breakMinutes, service } = roster.session;
  const context: Omit<EntryContext, 'row'> = { session, zone, now, earlyMinutes: Math.round(hoursBetween(opensAt, startsAt) * 60) };
  const current = rows.find(({ id }) => id === wasOn);
  const first = (state: RowState) => rows.find((row) => rowState(row, draft, session) === state);
  // Whoever was on nobody begins at what they left half typed, then at the first person not marked.
  const stop = current ?? first('typing') ?? first('blank') ?? rows[0];
  const details = rows.find(({ id }) => id === detailsOf) ?? null;
  if (stop === undefined) return null;

  /** One missed session is taken at once; of several, the person who was there says which. */
  const makeUp = (row: RosterRow) => {
    const only = row.missed.length === 1 ? row.missed[0] : undefined;
    const isMakeUp = markOf(row, draft).makesUp !== null;
    if (row.missed.length === 0 && !isMakeUp) return announce(rosterWords.nothingToMakeUp(row.name));
    if (only === undefined && !isMakeUp) return setDetailsOf(row.id);
    change((now) => entering(now, { ...context, row }, { makesUp: isMakeUp ? null : (only?.sessionId ?? null) }, 'stay').draft);
  };

  return (
    <>
      <RosterGrid
        ref={grid}
        rows={rows}
        draft={draft}
        context={context}
        stop={stop}
        fault={fault}
        refusal={saving.refusal}
        onCurrent={goTo}
        onChange={change}
        onFault={setFault}
        onReview={() => saveButton.current?.focus()}
        onOutreach={onOutreach}
        onOpen={(what, row) => {
          if (what === 'details') setDetailsOf(row.id);
          else if (what === 'make-up') makeUp(row);
          else if (what === 'results') onResults();
          else if (what === 'person') onAdd();
          else onOutreach?.(row);
        }}
      />
      <RosterKeys row={wasOn !== null && current === undefined ? null : stop} onKey={(key) => grid.current?.press(key)} />
      <p className={styles['rule']} id="roster-rule">
        {session.timesKnown ? rosterWords.rule(timesWords(roster.session, zone), breakMinutes) : rosterWords.ruleUntimed}
        {!isTreatment(service) && ` ${rosterWords.mutualHelp}`}
      </p>
      {details !== null && (
        <BookingDialog
          key={details.id}
          sessionId={roster.session.id}
          row={details}
          draft={draft}
          context={context}
          onChange={change}
          onClose={() => setDetailsOf(null)}
        />
      )}
      {!session.cancelled && (
        <RosterReview
          button={saveButton}
          sessionId={roster.session.id}
          rows={rows}
          session={session}
          draft={draft}
          saving={saving}
          onBack={() => grid.current?.focus()}
        />
      )}
    </>
  );
}
