import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { AttachedInCare } from '#domain/caseload/order.ts';
import { contactMethods } from '#domain/adjustments/open.ts';
import { menuWords } from '#domain/adjustments/response-menu.ts';
import type { ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { wholeSpecimen } from '#server/drug-screens/screen-links.rows.ts';
import { explanationOf } from './adjustments.rows.ts';
import type { AdjustmentRow, resultsOf, StoredChange } from './adjustment.rows.ts';

/** Later results that attached to this adjustment instead of opening another: those that its signature answers, and those that are answered by themselves. */
export function joinedTo(
  event: ScreenEvent | null,
  screens: readonly ScreenEvent[],
  results: Awaited<ReturnType<typeof resultsOf>>,
  { attached, dueAt }: { readonly attached: readonly AttachedInCare[]; readonly dueAt: (attachedAt: Instant) => Instant },
): AdjustmentShown['joined'] {
  const byScreen = Map.groupBy(results, ({ screen_id }) => screen_id);
  const before = screens
    .filter(({ id }) => id !== event?.id && byScreen.has(id) && !attached.some(({ screenId }) => screenId === id))
    .map(({ id, on }) => ({ on, analytes: named((byScreen.get(id) ?? []).map(({ analyte }) => analyte)) }));
  return [
    ...before.map((one) => ({ ...one, afterSignature: false, dueAt: null, answeredAt: null })),
    ...attached.map(({ on, analytes, attachedAt, answeredAt }) => ({
      on,
      analytes: named(analytes),
      afterSignature: true,
      dueAt: dueAt(attachedAt),
      answeredAt,
    })),
  ];
}

const named = (analytes: readonly string[]): string[] => analytes.filter((analyte) => analyte !== wholeSpecimen);

/** What the team has said and signed so far. What nobody has answered is null. */
export function answerIn(
  row: AdjustmentRow,
  changes: readonly StoredChange[],
  names: ReadonlyMap<string, string>,
): Pick<AdjustmentShown, 'talk' | 'explanation' | 'signature' | 'outcome' | 'amendedAt'> {
  const explained = explanationOf(row);
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return {
    talk:
      row.talked_at === null
        ? null
        : {
            at: row.talked_at,
            method: contactMethods.find((method) => method === row.talk_method) ?? null,
            ownWords: row.own_words,
            mayAppearInExports: row.own_words_exportable,
          },
    explanation: explained === null || row.explained_at === null ? null : { at: row.explained_at, ...explained },
    signature:
      row.signed_at === null
        ? null
        : {
            at: row.signed_at,
            by: person(row.signed_by)?.name ?? null,
            changes: changes.map(({ line, what, fromOn, who }) => ({ line, label: menuWords(line), what, fromOn, who: person(who) })),
            noChangeReason: row.no_change_reason,
            clientView: row.client_view,
            followUp:
              row.follow_up_on === null
                ? null
                : { on: row.follow_up_on, by: person(row.follow_up_by), betterLooksLike: row.better_looks_like },
          },
    outcome: row.outcome === null || row.outcome_at === null ? null : { outcome: row.outcome, at: row.outcome_at, note: row.outcome_note },
    amendedAt: row.amended_at,
  };
}
