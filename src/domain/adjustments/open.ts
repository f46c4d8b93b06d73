import { dayAt, momentOf, openDayAfter, type Day, type Instant, type OpenDays, type Zone } from '#domain/calendar/calendar.ts';
import { isNotValid, needsAnswer, type CollectionOutcome, type Finding, type Validity } from '#domain/drug-screens/interpret.ts';
import type { Explained } from './explanations.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

export const triggers = ['screen', 'own-report', 'collateral', 'missed-care', 'instrument', 'team'] as const;
export type Trigger = (typeof triggers)[number];

export const adjustmentStates = ['due', 'talked', 'signed', 'follow-up-due', 'closed', 'explained', 'amended'] as const;
export type AdjustmentState = (typeof adjustmentStates)[number];

export const outcomes = ['improved', 'same', 'needs-more', 'unclear'] as const;
export type Outcome = (typeof outcomes)[number];

export const naloxoneAnswers = ['has-it', 'given-today', 'declined', 'not-discussed'] as const;
export type Naloxone = (typeof naloxoneAnswers)[number];

export const clientViews = ['agrees', 'agrees-in-part', 'not-yet'] as const;
export type ClientView = (typeof clientViews)[number];

export const safetyAnswers = ['checked-no-concern', 'on-call-notified', 'not-asked'] as const;
export type SafetyToday = (typeof safetyAnswers)[number];

export const contactMethods = ['in-person', 'phone', 'video', 'text', 'voicemail', 'letter', 'home-visit'] as const;
export type ContactMethod = (typeof contactMethods)[number];

/** The facts of one adjustment. Its state is derived from them. */
export type Adjustment = {
  readonly id: string;
  /** 3 in 'A3'; counts within the client. */
  readonly number: number;
  readonly trigger: Trigger;
  readonly analytes: readonly string[];
  readonly openedAt: Instant;
  readonly talkDueAt: Instant;
  readonly signDueAt: Instant;
  readonly talkedAt: Instant | null;
  readonly explainedAt: Instant | null;
  readonly explanation: Explained | null;
  readonly signedAt: Instant | null;
  readonly signedBy: string | null;
  readonly noChangeReason: string | null;
  readonly followUpOn: Day | null;
  readonly outcome: Outcome | null;
  readonly outcomeAt: Instant | null;
  readonly amendedAt: Instant | null;
};

/** The close of the next open day after the result was received (program rule; nights and closures pause it). */
export const talkDueAt = (receivedAt: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): Instant =>
  momentOf(openDayAfter(dayAt(receivedAt, zone), settings.talkOpenDays, open), open.closesAt, zone);

/** The close of the third open day after the result was received (program rule). */
export const signDueAt = (receivedAt: Instant, settings: ProgramSettings, zone: Zone, open: OpenDays): Instant =>
  momentOf(openDayAfter(dayAt(receivedAt, zone), settings.signOpenDays, open), open.closesAt, zone);

/** Reasons for which a specimen that isn't valid is only asked for again. */
export const recollectReasons: readonly string[] = ['leaked', 'low-volume'];

export type AdjustmentQuestion = {
  readonly screen: {
    readonly outcome: CollectionOutcome;
    readonly validity: Validity | null;
    readonly reason: string | null;
    /** The adjustment that this collection event already has, when a later result of the same event comes in. */
    readonly adjustmentId: string | null;
  };
  readonly findings: readonly { readonly analyte: string; readonly finding: Finding }[];
  readonly openAdjustments: readonly Pick<Adjustment, 'id' | 'trigger' | 'analytes' | 'followUpOn'>[];
  /** When the result was first saved or received. */
  readonly now: Instant;
  readonly settings: ProgramSettings;
  readonly zone: Zone;
  readonly open: OpenDays;
};

/** What a result asks of the care plan. It can open, attach or ask for a recollect, and nothing else. */
export type AdjustmentAnswer = {
  readonly opens: {
    readonly wording: 'unexpected' | 'specimen-not-valid';
    /** Empty where the specimen wasn't valid. */
    readonly analytes: readonly string[];
    readonly openedAt: Instant;
    readonly talkDueAt: Instant;
    readonly signDueAt: Instant;
    readonly keepsSpecimen: boolean;
  } | null;
  readonly attaches: readonly { readonly adjustmentId: string; readonly analytes: readonly string[] }[];
  readonly asksRecollect: boolean;
};

const nothing: AdjustmentAnswer = { opens: null, attaches: [], asksRecollect: false };

/**
 * The adjustment that one collection event opens, or the open ones it attaches to (program rule).
 * At most one opens, holding all the event's unexpected findings: for a new analyte, or anything on or after the follow-up.
 * A repeat of the same analyte before the follow-up attaches, of an opioid too; attached is not answered. A specimen that isn't valid opens one about the specimen; declined opens none.
 */
export function adjustmentFor(question: AdjustmentQuestion): AdjustmentAnswer {
  const { screen, openAdjustments } = question;
  if (screen.outcome !== 'collected') return nothing;
  if (isNotValid(screen.validity)) return answerToSpecimen(question);

  const own = openAdjustments.find((adjustment) => adjustment.id === screen.adjustmentId);
  const unexpected = question.findings.filter(({ analyte, finding }) => needsAnswer(finding) && own?.analytes.includes(analyte) !== true);
  if (unexpected.length === 0) return nothing;
  const analytes = [...new Set(unexpected.map(({ analyte }) => analyte))];
  if (own !== undefined) return { ...nothing, attaches: [attach(own.id, analytes)] };

  const joins = unexpected.map(({ analyte }) => ({ analyte, joined: sameBefore(analyte, question) }));
  if (joins.some(({ joined }) => joined === null)) return { ...nothing, opens: opened('unexpected', analytes, question) };
  const ids = [...new Set(joins.flatMap(({ joined }) => joined ?? []))];
  return {
    ...nothing,
    attaches: ids.map((id) =>
      attach(
        id,
        joins.filter(({ joined }) => joined === id).map(({ analyte }) => analyte),
      ),
    ),
  };
}

function answerToSpecimen(question: AdjustmentQuestion): AdjustmentAnswer {
  const { screen, openAdjustments, now, zone } = question;
  if (screen.validity === 'invalid' && screen.reason !== null && recollectReasons.includes(screen.reason))
    return { ...nothing, asksRecollect: true };
  if (screen.adjustmentId !== null && openAdjustments.some(({ id }) => id === screen.adjustmentId)) return nothing;
  const same = openAdjustments.find(
    ({ trigger, analytes, followUpOn }) =>
      trigger === 'screen' && analytes.length === 0 && (followUpOn === null || dayAt(now, zone) < followUpOn),
  );
  if (same !== undefined) return { ...nothing, attaches: [attach(same.id, [])] };
  return { ...nothing, opens: opened('specimen-not-valid', [], question) };
}

/** The open adjustment that already answers this analyte, before its follow-up. */
function sameBefore(analyte: string, { openAdjustments, now, zone }: AdjustmentQuestion): string | null {
  const today = dayAt(now, zone);
  return (
    openAdjustments.find(({ analytes, followUpOn }) => analytes.includes(analyte) && (followUpOn === null || today < followUpOn))?.id ??
    null
  );
}

const attach = (adjustmentId: string, analytes: readonly string[]) => ({ adjustmentId, analytes: [...new Set(analytes)] });

const opened = (
  wording: 'unexpected' | 'specimen-not-valid',
  analytes: readonly string[],
  { now, settings, zone, open }: AdjustmentQuestion,
) => ({
  wording,
  analytes,
  openedAt: now,
  talkDueAt: talkDueAt(now, settings, zone, open),
  signDueAt: signDueAt(now, settings, zone, open),
  keepsSpecimen: wording === 'specimen-not-valid',
});
