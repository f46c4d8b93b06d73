import { addDays, isOpen, momentOf, openDayAfter, type Day, type Instant } from '#domain/calendar.ts';
import { isOpioid, isStimulant } from '#domain/analytes.ts';
import { noAnswer, type Answer, type AnswerFor, type Opened, type PlanChange } from '../answers.ts';
import { minutesAfter, onDayOf, type Frame } from '../frame.ts';
import type { Member } from '../house.ts';
import type { Dice } from '../random.ts';
import { changeBank, explanations, noChangeReasons, outcomeNotes, ownWords, wouldBeBetter } from './answer-words.ts';
import type { Stay } from './stays.ts';

/** How the team answers one client's results: most talked about within a day or two, about two in three answered within 72 hours. */
export function answersOf({ dice, calm, closedOn, because }: Stay, therapist: Member, frame: Frame): AnswerFor {
  return (opened) => {
    // Before an episode is ended for safety, everything open has been answered.
    const prompt = calm || because === 'ended-by-program';
    const talkedAt = inOfficeHours(minutesAfter(opened.openedAt, 60 * spread(dice, prompt ? 9 : 12, 0.6)), dice, frame);
    const roll = dice.share();
    if (roll < 0.07) return { ...noAnswer, explained: { at: talkedAt, why: dice.pick(explanations) } };
    const unanswered = closedOn !== null && because === 'lost-contact' && roll > 0.8;
    if (unanswered) return noAnswer;
    const talk = {
      at: talkedAt,
      method: dice.weighted([
        ['in-person', 72],
        ['phone', 18],
        ['video', 10],
      ] as const),
      ownWords: dice.chance(0.75) ? dice.pick(ownWords) : null,
      exportable: dice.chance(0.15),
      safety: safetyOf(opened, dice),
    };
    const signedAt = inOfficeHours(minutesAfter(talkedAt, 60 * Math.min(prompt ? 60 : 400, spread(dice, 17, 1.1))), dice, frame);
    const signed = signatureAt(signedAt, opened, therapist, dice, calm && closedOn === null, frame);
    return {
      checked: dice.chance(0.8) ? 'go-ahead' : 'send-to-lab',
      talk,
      naloxone: naloxoneOf(opened, dice),
      explained: null,
      signed,
      outcome: outcomeOf(signed, dice, calm && closedOn === null, frame),
    };
  };
}

const spread = (dice: Dice, median: number, deviation: number): number =>
  Math.max(0.4, Math.exp(Math.log(median) + deviation * dice.normal(0, 1)));

const safetyOf = ({ analytes }: Opened, dice: Dice) =>
  analytes.some(isOpioid)
    ? dice.pick(['on-call-told', 'checked-no-concern'] as const)
    : dice.pick(['checked-no-concern', 'checked-no-concern', 'not-asked'] as const);

function naloxoneOf({ analytes }: Opened, dice: Dice): Answer['naloxone'] {
  if (analytes.some(isOpioid)) return dice.pick(['has-it', 'given-today', 'given-today', 'declined']);
  return analytes.some(isStimulant)
    ? dice.pick(['has-it', 'given-today', 'declined', 'not-discussed'])
    : dice.pick(['not-discussed', 'not-discussed', 'has-it']);
}

/** Between nine and half past four of an open day, and never later than the moment the result needed to wait for. */
function inOfficeHours(moment: Instant, dice: Dice, frame: Frame): Instant {
  const on = onDayOf(moment, frame);
  const opensAt = momentOf(on, '09:00', frame.zone);
  const closesAt = momentOf(on, '16:30', frame.zone);
  if (isOpen(on, frame.open) && moment >= opensAt && moment <= closesAt) return moment;
  const next = isOpen(on, frame.open) && moment < opensAt ? on : openDayAfter(on, 1, frame.open);
  return momentOf(next, `${9 + dice.whole(0, 6)}:${10 + dice.whole(0, 49)}`.padStart(5, '0'), frame.zone);
}

function signatureAt(at: Instant, opened: Opened, by: Member, dice: Dice, calm: boolean, frame: Frame): NonNullable<Answer['signed']> {
  const on = onDayOf(at, frame);
  const view = dice.weighted([
    ['agrees', 74],
    ['agrees-in-part', 19],
    ['not-yet', 7],
  ] as const);
  if (dice.chance(0.12)) return { at, by, view, changes: [], noChangeBecause: dice.pick(noChangeReasons), followUpOn: null, better: null };
  const followUpOn = openDayAfter(addDays(on, dice.whole(12, 27)), 1, frame.open);
  // On a calm caseload no follow-up falls on today or tomorrow.
  const kept: Day = calm && (followUpOn === frame.today || followUpOn === addDays(frame.today, -1)) ? addDays(frame.today, 4) : followUpOn;
  return {
    at,
    by,
    view,
    changes: changesFrom(on, opened, by, dice),
    noChangeBecause: null,
    followUpOn: kept,
    better: dice.pick(wouldBeBetter),
  };
}

function changesFrom(on: Day, { analytes }: Opened, who: Member, dice: Dice): readonly PlanChange[] {
  const fitting = changeBank.filter(({ opioid }) => !opioid || analytes.some(isOpioid));
  const first = dice.whole(0, fitting.length - 1);
  return Array.from({ length: dice.whole(1, 2) }, (_, nth) => fitting[(first + nth * 3) % fitting.length] ?? changeBank[0]).map(
    ({ line, what }) => ({ line, what, from: addDays(on, dice.whole(1, 6)), who }),
  );
}

function outcomeOf({ followUpOn }: NonNullable<Answer['signed']>, dice: Dice, calm: boolean, frame: Frame): Answer['outcome'] {
  if (followUpOn === null) return null;
  const late = calm || dice.chance(0.72) ? 0 : Math.ceil(spread(dice, 4, 0.8));
  const what = dice.weighted([
    ['improved', 52],
    ['same', 24],
    ['needs-more', 14],
    ['unclear', 10],
  ] as const);
  return { at: momentOf(addDays(followUpOn, late), '11:30', frame.zone), what, note: outcomeNotes[what] };
}
