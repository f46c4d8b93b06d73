import { dayWords, momentWords } from '#domain/calendar/words.ts';
import type { Day, Zone } from '#domain/calendar/calendar.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import type { ActedBy, Correction } from './corrections.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** 'Cocaine again on Tue 24 Nov'; 'Specimen not valid again on Tue 24 Nov' where no analyte is named. */
export const attachedWords = ({ analytes, on }: { readonly analytes: readonly string[]; readonly on: Day }): string =>
  `${analytes.length === 0 ? 'Specimen not valid' : capital(analyteList(analytes))} again on ${dayWords(on)}`;

/** What a follow-up that was brought forward asks. */
export const followUpForwardWords = 'Are the plan, the medication and the level right?';

const foundWords = (analytes: readonly string[]): string => (analytes.length === 0 ? 'a specimen not valid' : analyteList(analytes));

type Changed = Pick<Correction, 'at' | 'analytesBefore' | 'analytesAfter'>;

/** 'The result of A3 was corrected Mon 23 Nov 9:05 am: it was about cocaine and fentanyl, and is about cocaine now.' */
export const correctionWords = (number: number, { at, analytesBefore, analytesAfter }: Changed, zone: Zone): string =>
  `The result of A${number} was corrected ${momentWords(at, zone)}: it was about ${foundWords(analytesBefore)}, and ${
    analytesAfter.length === 0 ? 'nothing of it is unexpected now' : `is about ${analyteList(analytesAfter)} now`
  }.`;

/** 'R. Ortiz had signed a change on Fri 20 Nov.' */
export const actedWords = ({ did, name, on }: ActedBy): string =>
  `${name ?? 'Somebody'} had ${did === 'signed' ? 'signed the plan change' : 'talked about it'} on ${dayWords(on)}.`;

export const correctionTask = 'Tell the client';

/** The correction, and who acted on what was wrong. */
export const correctionWhy = (
  { number, acted }: { readonly number: number; readonly acted: ActedBy | null },
  correction: Changed,
  zone: Zone,
): string => [correctionWords(number, correction, zone), acted === null ? '' : actedWords(acted)].filter((part) => part !== '').join(' ');

/** Words to say to the client, for whoever acted on the result: they are offered, and never stored as said. */
export const correctionForClient = ({ analytesBefore, analytesAfter }: Changed): string =>
  analytesAfter.length === 0
    ? `“We acted on a result about ${foundWords(analytesBefore)}. It has been corrected: nothing of it was unexpected. We are sorry. Let us look together at what we changed because of it.”`
    : `“We acted on a result about ${foundWords(analytesBefore)}. It has been corrected: only ${analyteList(analytesAfter)} stands. We are sorry. Let us look together at what we changed because of it.”`;
