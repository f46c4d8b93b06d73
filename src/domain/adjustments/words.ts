import { dayMonth, momentWords, dayWords } from '#domain/calendar/words.ts';
import { dayAt, type Zone } from '#domain/calendar/calendar.ts';
import { triggerNames } from './states-words.ts';
import type { Adjustment } from './open.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import { isNotValid, type ScreenEvent } from '#domain/drug-screens/interpret.ts';
import { takenReason } from '#domain/medications/words.ts';
import type { Medication } from '#domain/medications/expectation.ts';

type About = Pick<Adjustment, 'trigger' | 'analytes' | 'openedAt'> & {
  readonly about: string | null;
  /** The number of the adjustment that needed more. */
  readonly follows: number | null;
};
type Event = Pick<ScreenEvent, 'on' | 'at' | 'validity' | 'reason' | 'analytes'>;

const openStep = (adjustment: About, event: Event) => {
  const missing = event.analytes
    .filter(({ expectation, analyte }) => expectation === 'should-show' && adjustment.analytes.includes(analyte))
    .map(({ analyte }) => analyte);
  return { missing, found: adjustment.analytes.filter((analyte) => !missing.includes(analyte)) };
};

/** Presumptive until every one of them is confirmed; a result that the laboratory didn't confirm says so. */
function methodWords(found: readonly string[], event: Event): string {
  const results = event.analytes.filter(({ analyte }) => found.includes(analyte)).map(({ result }) => result);
  if (results.includes('not-confirmed')) return 'not confirmed by the laboratory';
  return results.length > 0 && results.every((result) => result === 'confirmed-positive') ? 'confirmed' : 'presumptive';
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** 'Unexpected cocaine, presumptive', 'Buprenorphine prescribed, not detected', 'Specimen not valid: oxidant found'. */
function resultWords(adjustment: About, event: Event): string {
  if (isNotValid(event.validity)) return `Specimen not valid${event.reason === null ? '' : `: ${event.reason}`}`;
  const { missing, found } = openStep(adjustment, event);
  const parts = [
    found.length === 0 ? null : `unexpected ${analyteList(found)}, ${methodWords(found, event)}`,
    missing.length === 0 ? null : `${analyteList(missing)} prescribed, not detected`,
  ];
  return capital(parts.filter((part) => part !== null).join('; '));
}

/** What a person wrote who started it, or which adjustment it goes on from; null where neither is known. */
const begunWith = ({ about, follows }: About): string | null => about ?? (follows === null ? null : `Needs more after A${follows}`);

/** 'Unexpected cocaine, presumptive, Sat 21 Nov 8:20 pm.' "Started from client's own report, Mon 23 Nov: …" */
export function openingWords(adjustment: About, event: Event | null, zone: Zone): string {
  if (event === null) {
    const from = `Started from ${triggerNames[adjustment.trigger]}, ${dayWords(dayAt(adjustment.openedAt, zone))}`;
    const begun = begunWith(adjustment);
    return begun === null ? `${from}.` : `${from}: ${begun}`;
  }
  return `${resultWords(adjustment, event)}, ${event.at === null ? dayWords(event.on) : momentWords(event.at, zone)}.`;
}

/** In a line, among others: 'amphetamine, 13 Oct', 'fentanyl; buprenorphine prescribed, not detected, 21 Jul'. */
export function aboutWords(adjustment: About, event: Event | null, zone: Zone): string {
  if (event === null)
    return [
      begunWith(adjustment)?.replace(/[.!?]+$/, '') ?? triggerNames[adjustment.trigger],
      dayMonth(dayAt(adjustment.openedAt, zone)),
    ].join(', ');
  if (isNotValid(event.validity)) return `specimen not valid, ${dayMonth(event.on)}`;
  const { missing, found } = openStep(adjustment, event);
  const parts = [
    found.length === 0 ? null : analyteList(found),
    missing.length === 0 ? null : `${analyteList(missing)} prescribed, not detected`,
  ];
  return `${parts.filter((part) => part !== null).join('; ')}, ${dayMonth(event.on)}`;
}

/** 'Buprenorphine 12 mg since 24 Jul' */
export const medicationSince = (medication: Medication): string => capital(takenReason(medication));
