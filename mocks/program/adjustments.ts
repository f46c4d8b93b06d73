import { adjustmentFor, signDueAt, talkDueAt, type Trigger } from '#domain/care-plan.ts';
import { isUnderway, stateOf, type AdjustmentFacts } from '#domain/care-plan-states.ts';
import { dayAt, type Instant } from '#domain/calendar.ts';
import type { Finding } from '#domain/drug-screens.ts';
import { answeredBy, type Answer } from './answers.ts';
import { onDayOf, type Frame } from './frame.ts';
import type { Version } from './versions.ts';
import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';

/** An adjustment that a result or a person opened, with all that will have been done about it. */
export type Opened = {
  readonly id: string;
  readonly number: number;
  /** Null where a person started it. */
  readonly screenId: string | null;
  readonly trigger: Trigger;
  readonly about: string | null;
  analytes: readonly string[];
  readonly notValid: boolean;
  readonly openedAt: Instant;
  readonly talkDueAt: Instant;
  readonly signDueAt: Instant;
  readonly answer: Answer;
  readonly attached: { screenId: string; analyte: string; at: Instant }[];
  amendedAt: Instant | null;
};

/** The facts of an adjustment as they stood at a moment, as the domain's rules read them. */
export function factsAt(adjustment: Opened, moment: Instant): AdjustmentFacts {
  const { talk, explained, signed, outcome } = answeredBy(adjustment.answer, moment);
  return {
    talkedAt: talk?.at ?? null,
    explainedAt: explained?.at ?? null,
    signedAt: signed?.at ?? null,
    noChangeReason: signed?.noChangeBecause ?? null,
    followUpOn: signed?.followUpOn ?? null,
    outcome: outcome?.what ?? null,
    outcomeAt: outcome?.at ?? null,
    amendedAt: adjustment.amendedAt !== null && adjustment.amendedAt <= moment ? adjustment.amendedAt : null,
  };
}

/** Stands in a link's analyte where an adjustment is about the specimen and no analyte. */
const wholeSpecimen = 'specimen';
const links = (analytes: readonly string[], screenId: string, at: Instant) =>
  (analytes.length === 0 ? [wholeSpecimen] : analytes).map((analyte) => ({ screenId, analyte, at }));

/** Asks the domain what a result opens or joins, and does that to the client's adjustments. */
export function applyResult(fixture: ClientFixture, known: Opened[], version: Version, frame: Frame): void {
  const { id: screenId, collection, analytes: findings, receivedAt } = version;
  const { outcome, validity, reason } = collection;
  const answer = adjustmentFor({
    screen: { outcome, validity, reason, adjustmentId: null },
    findings,
    openAdjustments: known
      .map((one) => ({ one, facts: factsAt(one, receivedAt) }))
      .filter(({ facts }) => isUnderway(stateOf(facts, onDayOf(receivedAt, frame))))
      .map(({ one, facts }) => ({ id: one.id, trigger: one.trigger, analytes: one.analytes, followUpOn: facts.followUpOn })),
    now: receivedAt,
    settings: frame.settings,
    zone: frame.zone,
    open: frame.open,
  });
  for (const { adjustmentId, analytes } of answer.attaches)
    known.find(({ id }) => id === adjustmentId)?.attached.push(...links(analytes, screenId, receivedAt));
  if (answer.opens === null) return;
  const { analytes, openedAt, talkDueAt, signDueAt, wording } = answer.opens;
  const number = known.length + 1;
  known.push({
    id: idFor(`${fixture.key} adjustment ${number}`),
    number,
    screenId,
    trigger: 'screen',
    about: null,
    analytes: [...analytes],
    notValid: wording === 'specimen-not-valid',
    openedAt,
    talkDueAt,
    signDueAt,
    answer: fixture.answerFor({ number, analytes, openedAt, collectedOn: collection.on }),
    attached: links(analytes, screenId, openedAt),
    amendedAt: null,
  });
}

/** What people started by hand up to a moment: the same object with the same clocks. */
export function begin(fixture: ClientFixture, known: Opened[], until: Instant, { settings, zone, open }: Frame): void {
  const begun = known.filter(({ trigger }) => trigger !== 'screen').length;
  for (const { at, trigger, about } of fixture.begunByHand.slice(begun).filter((one) => one.at <= until)) {
    const number = known.length + 1;
    const clocks = { openedAt: at, talkDueAt: talkDueAt(at, settings, zone, open), signDueAt: signDueAt(at, settings, zone, open) };
    const answer = fixture.answerFor({ number, analytes: [], openedAt: at, collectedOn: dayAt(at, zone) });
    known.push({
      id: idFor(`${fixture.key} adjustment ${number}`),
      number,
      screenId: null,
      trigger,
      about,
      analytes: [],
      notValid: false,
      ...clocks,
      answer,
      attached: [],
      amendedAt: null,
    });
  }
}

const needsAnswer = (finding: Finding): boolean => finding === 'unexpected-positive' || finding === 'prescribed-not-detected';

/** Lets the adjustments that answer an amended screen follow it: tied to what still stands, amended where nothing does. */
export function restate(known: readonly Opened[], { id, amends, analytes, receivedAt }: Version): void {
  const stillHolds = (analyte: string) => analytes.some((one) => one.analyte === analyte && needsAnswer(one.finding));
  for (const adjustment of known) {
    const own = adjustment.attached.filter(({ screenId }) => screenId === amends);
    if (own.length === 0) continue;
    adjustment.attached.push(
      ...own.filter(({ analyte }) => stillHolds(analyte)).map(({ analyte }) => ({ screenId: id, analyte, at: receivedAt })),
    );
    const causes = adjustment.attached.filter(({ screenId }) => screenId !== amends).map(({ analyte }) => analyte);
    if (causes.length === 0) adjustment.amendedAt = receivedAt;
    else adjustment.analytes = adjustment.analytes.filter((analyte) => causes.includes(analyte));
  }
}
