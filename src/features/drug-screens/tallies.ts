import type { Entry } from './log-draft.ts';
import { signingWords } from './signing-words.ts';

export type Tally = { readonly name: string; readonly count: number };

/** How many rows say what. The rarer outcomes are shown only where there are any. */
export function talliesOf(entries: readonly Entry[], typing: number, blank: number): readonly Tally[] {
  const { tally } = signingWords;
  const outcome = (wanted: Entry['outcome']) => entries.filter((entry) => entry.outcome === wanted).length;
  const read = entries.filter((entry) => entry.outcome === 'collected' && entry.notValid === null && !entry.toLab);
  const rare: readonly Tally[] = [
    { name: tally.toLab, count: entries.filter(({ toLab }) => toLab).length },
    { name: tally.unable, count: outcome('unable') },
    { name: tally.excused, count: outcome('excused') },
    { name: tally.cancelled, count: outcome('cancelled-by-program') },
  ];
  return [
    { name: tally.lines, count: read.filter(({ noLine }) => noLine.length === 0).length },
    { name: tally.missing, count: read.filter(({ noLine }) => noLine.length > 0).length },
    { name: tally.declined, count: outcome('declined') },
    { name: tally.notValid, count: entries.filter(({ notValid }) => notValid !== null).length },
    { name: tally.notCollected, count: outcome('not-collected') },
    ...rare.filter(({ count }) => count > 0),
    { name: tally.typing, count: typing },
    { name: tally.blank, count: blank },
  ];
}
