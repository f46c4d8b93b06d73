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
  return [...due, ...added].map((row, index) => ({ ...row, number: index + 1 }));
}

/** The panel that is chosen, or the one whose lot was last used, or the first cup: what goes to a laboratory is not read at a bench. */
export function chosenPanel(log: CupLog, draft: LogDraft): Panel | null {
  const lastUsed = (panel: Panel): string => panel.lots[0]?.lastUsedOn ?? '';
  const [used] = log.panels.filter((panel) => lastUsed(panel) !== '').toSorted((a, b) => (lastUsed(a) < lastUsed(b) ? 1 : -1));
  const cup = log.panels.find(({ specimen }) => specimen === 'urine-cup');
  return log.panels.find(({ id }) => id === draft.panelId) ?? used ?? cup ?? log.panels[0] ?? null;
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
