import { hoursUnderWords, percent } from '#domain/attendance/words.ts';
import type { HoursUnder } from '#domain/attendance/weeks.ts';
import { clockWords, dayMonth, dayWords, dueDayWords, dueWords, momentWords, weekdayShort } from '#domain/calendar/words.ts';
import { dayAt, daysBetween, timeAt, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { triggerNames } from '#domain/adjustments/states-words.ts';
import { reviewLabel } from '#domain/care-plan/reviews-words.ts';
import { attachedWords, correctionTask, correctionWhy, followUpForwardWords } from '#domain/adjustments/later-results-words.ts';
import type { AdjustmentInCare, AttachedInCare, Authorization, Moment, Need, NeedFacts, ReviewDue } from './order.ts';
import type { ContactAttempt } from '#domain/clients/contact-attempts.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import { hintSentences } from '#domain/medications/words.ts';
import { worseningWords } from '#domain/instruments/words.ts';
import type { Worsening } from '#domain/instruments/instruments.ts';
import { causeCorrected } from '#domain/safety/corrected-cause.ts';
import { correctedCauseWords, safetyNames, safetySourceWords } from '#domain/safety/words.ts';
import type { SafetyConcern } from '#domain/safety/safety-clock.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

const whenWords = (moment: Instant, { now, zone }: Moment): string =>
  dayAt(moment, zone) === dayAt(now, zone) ? `today ${clockWords(timeAt(moment, zone))}` : momentWords(moment, zone);

/** 'Answered above 0 on the self-harm item, today 7:31 am (web check-in). Who did you tell, and when?' */
function safetyWhy({ kind, openedAt, source, amended, notifiedAt }: SafetyConcern, at: Moment): string {
  const from = source === null ? '' : ` (${safetySourceWords(source.from, source.facts, source.screenOn)})`;
  const next =
    notifiedAt === null ? 'Who did you tell, and when?' : `On-call told ${whenWords(notifiedAt, at)}; the check is not recorded.`;
  const corrected = causeCorrected(kind, amended, at.settings) ? ` ${correctedCauseWords}` : '';
  return `${safetyNames[kind]}, ${whenWords(openedAt, at)}${from}.${corrected} ${next}`;
}

const safetyTask = ({ leavesAt }: SafetyConcern, called: string, at: Moment): string =>
  leavesAt !== null && leavesAt > at.now
    ? `Check before ${called} leaves, ${clockWords(timeAt(leavesAt, at.zone))}`
    : 'On-call check today';

/** 'Thu 19 and Sat 21 Nov' */
function daysInWords(days: readonly Day[]): string {
  const last = days.at(-1);
  if (last === undefined) return '';
  const sameMonth = (on: Day) => on.slice(0, 7) === last.slice(0, 7);
  const earlier = days.slice(0, -1).map((on) => (sameMonth(on) ? `${weekdayShort(on)} ${Number(on.slice(8))}` : dayWords(on)));
  return earlier.length === 0 ? dayWords(last) : `${earlier.join(', ')} and ${dayWords(last)}`;
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

function triesWords(tries: readonly ContactAttempt[]): string {
  if (tries.length === 0) return '';
  return tries.every(({ method }) => method === 'voicemail')
    ? `; ${plural(tries.length, 'voicemail')} left`
    : `; tried ${plural(tries.length, 'time')}`;
}

/** '2 sessions missed in a row, Thu 19 and Sat 21 Nov. No contact since Wed 18 Nov; 1 voicemail left.' */
function contactWhy(missed: readonly Day[], since: Day | null, tries: readonly ContactAttempt[], days: number): string {
  const contact = since === null ? 'No contact since admission' : `No contact since ${dayWords(since)}`;
  const first = missed.length === 0 ? '' : `${missed.length} sessions missed in a row, ${daysInWords(missed)}. `;
  return `${first}${contact}${missed.length === 0 ? `, ${plural(days, 'day')}` : ''}${triesWords(tries)}.`;
}

const reachingOut = (next: Day, { today }: Moment): string => `Reaching out, next try ${dueDayWords(next, today)}`;
const attemptNote = (made: number): string => (made < 3 ? `attempt ${made + 1} of 3` : `attempt ${made + 1}`);

function authorizationWhy({ endsOn, unit, allowed, used }: Authorization, { today }: Moment): string {
  const ends = endsOn < today ? `Authorization ended ${dayWords(endsOn)}` : `Authorization ends ${dueDayWords(endsOn, today)}`;
  return `${ends}: ${Math.max(0, allowed - used)} of ${allowed} ${unit} left.`;
}

const reviewBy = (on: Day, { today }: Moment): string =>
  on < today ? `Review, due since ${dayWords(on)}` : `Review by ${dueDayWords(on, today)}`;
const talkBy = (due: Instant, { now, zone }: Moment): string => `Talk by ${dueWords(due, now, zone)}`;
const signBy = (due: Instant, { now, zone }: Moment): string => `Sign by ${dueWords(due, now, zone)}`;

function found({ event, analytes }: AdjustmentInCare): string {
  const missing = event?.findings.filter(({ finding }) => finding === 'prescribed-not-detected').map(({ analyte }) => analyte) ?? [];
  const detected = analytes.filter((analyte) => !missing.includes(analyte));
  const parts = [
    detected.length === 0 ? null : `${analyteList(detected)}${event?.presumptive === true ? ', presumptive' : ''}`,
    missing.length === 0 ? null : `${analyteList(missing)} prescribed, not detected`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** What of the medication list may account for it: 'Bupropion can cause this; confirm at the lab.' */
const hintsIn = ({ event, analytes }: AdjustmentInCare): readonly string[] =>
  hintSentences((event?.findings ?? []).flatMap(({ analyte, hints }) => (analytes.includes(analyte) ? (hints ?? []) : [])));

/** 'Unexpected screen on Sat 21 Nov (cocaine, presumptive). No conversation recorded.' */
function talkWhy(adjustment: AdjustmentInCare, { zone }: Moment): string {
  const { event, trigger, openedAt } = adjustment;
  const none = 'No conversation recorded.';
  if (event === null) return `Started from ${triggerNames[trigger]}, ${dayWords(dayAt(openedAt, zone))}. ${none}`;
  return event.notValid
    ? `Specimen not valid on ${dayWords(event.on)}. ${none}`
    : [`Unexpected screen on ${dayWords(event.on)} (${found(adjustment)}).`, ...hintsIn(adjustment), none].join(' ');
}

/** "Talked Fri 20 Nov about Thu's screen (alcohol, presumptive). The plan change is not signed." */
function signWhy(adjustment: AdjustmentInCare, { today, zone }: Moment): string {
  const { event, talkedAt, trigger } = adjustment;
  const talked = talkedAt === null ? 'Talked' : `Talked ${dayWords(dayAt(talkedAt, zone))}`;
  if (event === null) return `${talked}, started from ${triggerNames[trigger]}. The plan change is not signed.`;
  const screen = daysBetween(event.on, today) < 7 ? `${weekdayShort(event.on)}'s screen` : `the screen on ${dayWords(event.on)}`;
  return `${talked} about ${screen} (${event.notValid ? 'specimen not valid' : found(adjustment)}). The plan change is not signed.`;
}

const followUpWhy = ({ number, signedAt, followUpForward }: AdjustmentInCare, { zone }: Moment): string =>
  [
    `Follow-up on adjustment A${number}${signedAt === null ? '' : ` (signed ${dayMonth(dayAt(signedAt, zone))})`} is due${followUpForward ? ' early: results have attached since' : ''}.`,
    followUpForward ? followUpForwardWords : 'Before and after are ready to read.',
  ].join(' ');

/** 'Cocaine again on Tue 24 Nov, after A3 was signed. Speak of it in private, never in group.' */
const attachedWhy = ({ number }: AdjustmentInCare, results: readonly AttachedInCare[]): string =>
  `${results.map(attachedWords).join('; ')}, after A${number} was signed. Speak of it in private, never in group.`;

const outcomeTask = (on: Day, { today, open }: Moment): { task: string; note: string | null } =>
  on < today
    ? { task: `Record outcome, due since ${dayWords(on)}`, note: null }
    : { task: `Record outcome ${dueDayWords(on, today)}`, note: `by ${clockWords(open.closesAt)}` };

const hoursWords = (under: HoursUnder, { hoursShare }: ProgramSettings) => ({
  why: hoursUnderWords(under),
  note: `No due time. Clears at the next full week at ${percent(hoursShare)} or more.`,
});

const instrumentWords = (instrument: string, worse: Worsening) => ({
  why: worseningWords(instrument, worse),
  note: 'No due time. Clears when the change is reviewed.',
});

const uncollectedWords = (days: readonly Day[]) => ({
  why: `${days.length} scheduled screens in a row not collected, ${daysInWords(days)}.`,
  note: 'No due time. Clears at the next collection or a new schedule.',
});

const reviewWords = ({ kind, number, dueOn }: ReviewDue, at: Moment) =>
  dueOn < at.today
    ? { why: `${reviewLabel(kind, number)} was due ${dayWords(dueOn)}.`, task: 'Review today' }
    : { why: `${reviewLabel(kind, number)} due ${dueDayWords(dueOn, at.today)}.`, task: reviewBy(dueOn, at) };

/** A reason in words: why, what is to be done by when (null where nothing is by a time), and a note in place of the time left. */
export type NeedWords = { readonly why: string; readonly task: string | null; readonly note: string | null };

export const needWords = ({ facts }: Pick<Need, 'facts'>, at: Moment): NeedWords => ({ task: null, note: null, ...wordsOf(facts, at) });

function wordsOf(facts: NeedFacts, at: Moment): Pick<NeedWords, 'why'> & Partial<NeedWords> {
  switch (facts.kind) {
    case 'safety':
      return { why: safetyWhy(facts.concern, at), task: safetyTask(facts.concern, facts.called, at) };
    case 'lost-contact': {
      const { missedOn, since, tries, days, nextTryOn, attempts } = facts;
      const why = contactWhy(missedOn, since, tries, days);
      return nextTryOn === null ? { why, task: 'Reach out today', note: attemptNote(attempts) } : { why, task: reachingOut(nextTryOn, at) };
    }
    case 'authorization':
      return { why: authorizationWhy(facts.authorization, at), task: reviewBy(facts.by, at) };
    case 'talk':
      return {
        why: talkWhy(facts.adjustment, at),
        task: facts.nextTryOn === null ? talkBy(facts.adjustment.talkDueAt, at) : reachingOut(facts.nextTryOn, at),
      };
    case 'correction':
      return {
        why: correctionWhy(facts.adjustment, facts.correction, at.zone),
        task: `${correctionTask} by ${dueWords(facts.dueAt, at.now, at.zone)}`,
      };
    case 'attached':
      return { why: attachedWhy(facts.adjustment, facts.results), task: `Speak of it by ${dueWords(facts.dueAt, at.now, at.zone)}` };
    case 'sign':
      return { why: signWhy(facts.adjustment, at), task: signBy(facts.adjustment.signDueAt, at) };
    case 'follow-up':
      return { why: followUpWhy(facts.adjustment, at), ...outcomeTask(facts.on, at) };
    case 'hours':
      return hoursWords(facts.under, at.settings);
    case 'instrument':
      return instrumentWords(facts.instrument, facts.worse);
    case 'uncollected':
      return uncollectedWords(facts.days);
    case 'review':
      return reviewWords(facts.review, at);
  }
  facts satisfies never;
}
