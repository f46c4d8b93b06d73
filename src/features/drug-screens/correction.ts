import type { InputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import { collectionOutcomes } from '#domain/drug-screens/interpret.ts';
import { notValidReasons } from '#domain/drug-screens/cups.ts';
import type { Recorded } from './log-rows.ts';
import { nobody, notRecorded } from './observers.ts';

export type Reason = 'misread-strip' | 'wrong-client' | 'wrong-date' | 'other';

/** What a person says in the correction's form: one choice of what the cup shows, as 'lines', 'missing', an outcome or a reason why it can't be read. */
export type Correction = {
  readonly because: Reason | null;
  readonly shows: string;
  readonly noLine: readonly string[];
  readonly inRange: boolean;
  /** Who watched, as the log says it. */
  readonly watched: string;
  readonly clientId: string;
  readonly day: string;
  readonly words: string;
};

type Amend = InputOf<Contract['drugScreens']['amend']>;

export const outcomes: readonly CollectionOutcome[] = collectionOutcomes.filter((outcome) => outcome !== 'collected');

export const startOf = (recorded: Recorded): Correction => ({
  because: null,
  shows: recorded.outcome === 'collected' ? (recorded.notValid ?? (recorded.noLine.length > 0 ? 'missing' : 'lines')) : recorded.outcome,
  noLine: recorded.noLine,
  inRange: recorded.temperatureInRange ?? true,
  watched: recorded.observed === false ? nobody : (recorded.observedBy?.id ?? notRecorded),
  clientId: '',
  day: '',
  words: '',
});

const isReinterpreted = ({ because }: Correction): boolean => because === 'misread-strip' || because === 'other';

/** Which parts of the form have nothing in them that could be sent. */
export function missingIn(correction: Correction): readonly ('because' | 'client' | 'strips' | 'words' | 'date')[] {
  const { because, shows, noLine, clientId, day, words } = correction;
  return [
    ...(because === null ? (['because'] as const) : []),
    ...(because === 'wrong-client' && clientId === '' ? (['client'] as const) : []),
    ...(isReinterpreted(correction) && shows === 'missing' && noLine.length === 0 ? (['strips'] as const) : []),
    ...(because === 'other' && words.trim() === '' ? (['words'] as const) : []),
    ...(because === 'wrong-date' && day === '' ? (['date'] as const) : []),
  ];
}

/** The correction as it is sent. A cup where there was none before is of the panel and lot in use. */
export function amendmentOf(
  correction: Correction,
  because: Reason,
  recorded: Recorded,
  used: { readonly panelId: string; readonly lot: string | null },
): Amend {
  const { screenId, panelId } = recorded;
  const words = correction.words.trim() === '' ? {} : { words: correction.words };
  if (because === 'wrong-client') return { screenId, because, ...words, changes: { clientId: correction.clientId } };
  if (because === 'wrong-date') return { screenId, because, ...words, changes: { collectedOn: correction.day } };
  const panel = panelId === null && used.lot !== null ? { panelId: used.panelId, lot: used.lot } : {};
  return {
    screenId,
    because,
    ...words,
    changes: { ...cupChanges(correction), ...(correction.shows in withoutCup ? {} : { ...panel, ...watchChanges(correction, recorded) }) },
  };
}

const withoutCup = Object.fromEntries(outcomes.map((outcome) => [outcome, outcome]));

/** What the form says of watching; nothing where it says what is recorded. */
function watchChanges({ watched }: Correction, { observed, observedBy }: Recorded): Amend['changes'] {
  if (watched === (observed === false ? nobody : (observedBy?.id ?? notRecorded))) return {};
  if (watched === notRecorded) return { observed: null, observedBy: null };
  return watched === nobody ? { observed: false, observedBy: null } : { observed: true, observedBy: watched };
}

function cupChanges({ shows, noLine, inRange }: Correction): Amend['changes'] {
  const outcome = outcomes.find((one) => one === shows);
  if (outcome !== undefined) return { outcome };
  const reason = notValidReasons.find((one) => one === shows);
  if (reason !== undefined) return { outcome: 'collected', notValid: reason };
  return { outcome: 'collected', notValid: null, temperatureInRange: inRange, noLine: shows === 'missing' ? [...noLine] : [] };
}
