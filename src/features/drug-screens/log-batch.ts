import { dayAt, type Day, type Zone } from '#domain/calendar/calendar.ts';
import { impliesCup } from '#domain/drug-screens/cups.ts';
import type { Entry, LogDraft, LogInput } from './log-draft.ts';
import { rowState, type CupLog, type LogRow, type Panel } from './log-rows.ts';
import { observerWords } from './observer-words.ts';
import { nobody, notRecorded, observationOf, watchedOn } from './observers.ts';
import { signingWords } from './signing-words.ts';
import { temperatureWords } from './temperature-words.ts';

type Page = { readonly sessionId: string; readonly on: Day; readonly zone: Zone };

/** Rows that are entered and not on their way. */
export const enteredRows = (rows: readonly LogRow[], draft: LogDraft): readonly (LogRow & { readonly entry: Entry })[] =>
  rows.flatMap((row) => {
    const entry = draft.entries[row.id];
    return entry === undefined || rowState(row, draft) !== 'entered' ? [] : [{ ...row, entry }];
  });

export const cupsEntered = (rows: readonly LogRow[], draft: LogDraft): number =>
  enteredRows(rows, draft).filter(({ entry }) => impliesCup(entry)).length;

/** Cups of which nobody said whether they were watched. */
export const unsaidCups = (rows: readonly LogRow[], draft: LogDraft): number =>
  enteredRows(rows, draft).filter(({ id, entry }) => impliesCup(entry) && watchedOn(draft, id) === notRecorded).length;

/** What keeps the log from being signed, said with where to look; null where nothing does. */
export function faultBeforeSigning(rows: readonly LogRow[], draft: LogDraft, counted: string, lot: string | null): string | null {
  const entered = enteredRows(rows, draft);
  const typing = rows.find((row) => rowState(row, draft) === 'typing');
  if (typing !== undefined) return signingWords.stillTyping(typing.number);
  if (entered.length === 0)
    return rows.some((row) => rowState(row, draft) === 'saved') ? signingWords.allSigned : signingWords.nothingEntered;
  if (!/^\d{1,3}$/.test(counted.trim())) return signingWords.countMissing;
  const cups = entered.filter(({ entry }) => impliesCup(entry));
  if (cups.length > 0 && lot === null) return signingWords.noLot;
  const count = Number(counted);
  if (count === cups.length) return null;
  const suspects = count < cups.length ? cups : rows.filter((row) => rowState(row, draft) === 'blank');
  return signingWords.countDiffers(
    count,
    cups.length,
    suspects.map(({ number }) => number),
  );
}

/** The request that stores the entered rows. */
export function batchOf(
  rows: readonly LogRow[],
  draft: LogDraft,
  counted: string,
  panel: Panel | null,
  lot: string | null,
  { sessionId, on, zone }: Page,
): LogInput {
  const entered = enteredRows(rows, draft);
  return {
    sessionId,
    panelId: panel?.id ?? null,
    lot,
    cupsCounted: Number(counted),
    safety: [],
    rows: entered.map(({ id, clientId, slotId, added, entry }) => ({
      clientId,
      slotId,
      outcome: entry.outcome,
      noLine: [...entry.noLine],
      notValid: entry.notValid,
      temperatureInRange: entry.temperatureInRange,
      toLab: entry.toLab,
      ...observationOf(draft, id, entry),
      // A log that is typed from paper on another day has no minute for its cups.
      readAt: impliesCup(entry) && dayAt(entry.at, zone) === on ? entry.at : null,
      ...(added === null ? {} : { walkIn: true, forCause: added.forCause, secondSpecimen: added.secondSpecimen }),
    })),
  };
}

/** What somebody is about to sign: the rows as they stood when it was asked for, and the request that stores these and no others. */
export type Reviewed = {
  readonly input: LogInput;
  readonly lines: readonly (LogRow & { readonly entry: Entry; readonly temperature: string; readonly watched: string | null })[];
  readonly blank: number;
  readonly lot: string | null;
};

/** The rows that would be signed, each with what is said of its cup. Who watched is said where the program has collections watched. */
export const reviewOf = (rows: readonly LogRow[], draft: LogDraft, input: LogInput, observers: CupLog['observers']): Reviewed => ({
  input,
  lines: enteredRows(rows, draft).map((row) => ({
    ...row,
    temperature: temperatureWords(row, draft),
    watched: observers === null || !impliesCup(row.entry) ? null : watchedWords(watchedOn(draft, row.id), observers),
  })),
  blank: rows.filter((row) => rowState(row, draft) === 'blank').length,
  lot: input.lot,
});

function watchedWords(watched: string, observers: NonNullable<CupLog['observers']>): string {
  if (watched === nobody) return observerWords.nobody;
  const name = observers.find(({ id }) => id === watched)?.name;
  return name === undefined ? observerWords.unsaid : observerWords.by(name);
}
