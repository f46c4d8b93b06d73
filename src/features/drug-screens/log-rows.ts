import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { AddedRow, LogDraft } from './log-draft.ts';

export type CupLog = OutputOf<Contract['drugScreens']['cupLog']>;
export type Panel = CupLog['panels'][number];
export type Recorded = NonNullable<CupLog['rows'][number]['recorded']>;

/** One line of the log as the page shows it. */
export type LogRow = {
  readonly id: string;
  readonly number: number;
  readonly slotId: string | null;
  readonly clientId: string;
  readonly name: string;
  readonly bornOn: AddedRow['bornOn'];
  readonly chartNumber: string;
  readonly added: AddedRow | null;
  readonly recorded: Recorded | null;
};

/** Who is due, with those who were written in below. */
export function logRows(log: CupLog, draft: LogDraft): readonly LogRow[] {
  const due = log.rows.map((row) => ({ ...row, id: row.recorded?.screenId ?? row.slotId ?? row.clientId, added: null }));
  const added = draft.added.map((row) => ({ ...row, id: `added-${row.clientId}`, slotId: null, recorded: null, added: row }));
  return [...due, ...added].map((row, place) => ({ ...row, number: place + 1 }));
}

/** The panel that is chosen, or the one whose lot was last used, or the first. */
export function chosenPanel(log: CupLog, draft: LogDraft): Panel | null {
  const used = log.panels.toSorted((a, b) => ((a.lots[0]?.lastUsedOn ?? '') < (b.lots[0]?.lastUsedOn ?? '') ? 1 : -1))[0];
  return log.panels.find(({ id }) => id === draft.panelId) ?? used ?? null;
}

/** The lot that is chosen, or the one last used that has not expired. */
export const chosenLot = (panel: Panel | null, draft: LogDraft): Panel['lots'][number] | null =>
  panel?.lots.find(({ lot }) => lot === draft.lot) ?? panel?.lots.find(({ expired }) => !expired) ?? null;

export type RowState = 'saved' | 'sending' | 'typing' | 'entered' | 'blank';

export function rowState(row: LogRow, draft: LogDraft): RowState {
  if (row.recorded !== null) return 'saved';
  if (draft.batch?.rowIds.includes(row.id) === true) return 'sending';
  if (draft.typing[row.id] !== undefined) return 'typing';
  return draft.entries[row.id] === undefined ? 'blank' : 'entered';
}
