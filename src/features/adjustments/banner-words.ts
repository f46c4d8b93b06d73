import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { explainedWords } from '#domain/adjustments/explanations-words.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { attachedWords } from '#domain/adjustments/later-results-words.ts';
import { openingWords } from '#domain/adjustments/words.ts';
import { dayWords, dueWords, untilWords } from '#domain/calendar/words.ts';
import { outcomeNames } from '#domain/adjustments/states-words.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import { hintWords } from '#domain/medications/words.ts';

/** What is known, what is owed by when, and how long that is. */
export type BannerText = { readonly known: string | null; readonly task: string | null; readonly until: string | null };

export const openedBy = (page: AdjustmentShown): string => openingWords(page, page.event, page.timeZone);

/** Later results that joined before the signature: 'Cocaine again on Tue 24 Nov. Talk about both; one signature answers both.' */
export const joinedWords = ({ joined, signature }: AdjustmentShown): readonly string[] =>
  joined
    .filter(({ afterSignature }) => !afterSignature)
    .map(
      (later) =>
        `${attachedWords(later)}. ${signature === null ? 'Talk about both; one signature answers both.' : 'Answered with the first.'}`,
    );

/** What of the medication list may account for a finding without explaining it: 'Amphetamine: bupropion can cause this; confirm at the lab.' */
export const hintLines = ({ event, analytes }: AdjustmentShown): readonly string[] =>
  (event?.analytes ?? [])
    .filter(({ analyte }) => analytes.includes(analyte))
    .flatMap(({ analyte, hints = [] }) => hints.map((hint) => `${capital(analyteName(analyte))}: ${hintWords(hint)}.`));

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Where the adjustment stands, in one line. */
export function bannerOf(page: AdjustmentShown): BannerText {
  const { asOf, timeZone, talkDueAt, signDueAt, talk, signature, outcome } = page;
  const when = (moment: typeof asOf) => whenWords(moment, asOf, timeZone);
  const task = (what: string, due: typeof asOf) => ({ task: `${what} by ${dueWords(due, asOf, timeZone)}`, until: untilWords(due, asOf) });
  const settled = { task: null, until: null };
  switch (page.state) {
    case 'due':
      return { known: 'No conversation recorded.', ...task('Talk', talkDueAt) };
    case 'talked':
      return { known: talk === null ? null : `Talk noted ${when(talk.at)}.`, ...task('Sign', signDueAt) };
    case 'signed':
    case 'follow-up-due': {
      const signed = signature === null ? null : `Signed ${when(signature.at)}${signature.by === null ? '' : ` by ${signature.by}`}.`;
      const on = signature?.followUp?.on;
      if (page.state === 'signed')
        return {
          known: [signed, on === undefined ? null : `Follow-up ${dayWords(on)}.`].filter((part) => part !== null).join(' '),
          ...settled,
        };
      return { known: signed, task: 'Record outcome', until: on === undefined ? null : `follow-up was ${dayWords(on)}` };
    }
    case 'explained':
      return {
        known: page.explanation === null ? null : `Explained ${when(page.explanation.at)}: ${explainedWords(page.explanation)}`,
        ...settled,
      };
    case 'amended':
      return {
        known: page.amendedAt === null ? null : `The result was corrected ${when(page.amendedAt)}. Nothing more is due.`,
        ...settled,
      };
    case 'closed':
      if (outcome !== null) return { known: `Outcome recorded ${when(outcome.at)}: ${outcomeNames[outcome.outcome]}.`, ...settled };
      return {
        known:
          signature === null
            ? null
            : `Signed ${when(signature.at)}${signature.by === null ? '' : ` by ${signature.by}`}: no change needed.`,
        ...settled,
      };
  }
  return page.state satisfies never;
}
