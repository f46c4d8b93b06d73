import * as z from 'zod/mini';
import { authorizedUnits } from '#domain/episodes/authorizations.ts';
import { naloxoneAnswers } from '#domain/adjustments/open.ts';
import { safetyCauses } from '#domain/episodes/ending.ts';
import { populations } from '#domain/episodes/admission.ts';
import { expectations, findings, specimenTypes } from '#domain/drug-screens/interpret.ts';
import { verifiedHows } from '#domain/medications/verification.ts';
import { ClientId, DayOut, Id, InstantOut } from './scalars.ts';
import { ExpectationCauseShown } from './drug-screens-shown.ts';

const MaybeText = z.nullable(z.string());
const MaybeDay = z.nullable(DayOut);

const LevelShown = z.object({ id: Id, level: z.string(), from: DayOut, to: MaybeDay, version: z.number() });
export type LevelShown = z.infer<typeof LevelShown>;

export const EpisodeShown = z.object({
  id: Id,
  version: z.number(),
  programId: Id,
  program: z.string(),
  siteId: z.nullable(Id),
  site: MaybeText,
  groupId: z.nullable(Id),
  group: MaybeText,
  therapistId: z.nullable(Id),
  therapist: MaybeText,
  openedOn: DayOut,
  closedOn: MaybeDay,
  closedBecause: MaybeText,
  referredOn: MaybeDay,
  referredBy: MaybeText,
  admissionSource: MaybeText,
  primarySubstance: MaybeText,
  linkedTo: MaybeText,
  dischargeNote: MaybeText,
  levels: z.array(LevelShown),
  reopenings: z.array(z.object({ closedOn: DayOut, because: z.string(), reopenedOn: DayOut, by: z.string() })),
});
export type EpisodeShown = z.infer<typeof EpisodeShown>;

/** An ending that waits for a second signature, as its signer has to read it before they sign. */
export const EndingRequestShown = z.object({
  id: Id,
  reason: z.string(),
  closedOn: DayOut,
  note: MaybeText,
  linkedTo: MaybeText,
  naloxone: z.nullable(z.enum(naloxoneAnswers)),
  safety: z.nullable(z.object({ cause: z.enum(safetyCauses), narrative: z.string() })),
  requestedBy: z.string(),
  requestedAt: InstantOut,
  signer: z.string(),
  /** What the person who asks has to do with it. */
  part: z.enum(['signer', 'requester', 'neither']),
});
export type EndingRequestShown = z.infer<typeof EndingRequestShown>;

/** One of them on a list. */
export const EndingRequestLine = z.object({ requestId: Id, clientId: ClientId, name: z.string(), toSign: z.boolean(), line: z.string() });
export type EndingRequestLine = z.infer<typeof EndingRequestLine>;

export const LeaveShown = z.object({
  id: Id,
  from: DayOut,
  to: MaybeDay,
  expectedBackOn: MaybeDay,
  reason: z.string(),
  version: z.number(),
});
export type LeaveShown = z.infer<typeof LeaveShown>;

export const HoursShown = z.object({ id: Id, hoursPerWeek: z.number(), from: DayOut, to: MaybeDay, version: z.number() });
export type HoursShown = z.infer<typeof HoursShown>;

export const HandoverShown = z.object({
  id: Id,
  from: MaybeText,
  toId: Id,
  to: z.string(),
  note: z.string(),
  on: DayOut,
  by: z.string(),
  acknowledgedAt: z.nullable(InstantOut),
});
export type HandoverShown = z.infer<typeof HandoverShown>;

/** What is used and left is worked out from delivered services each time it is asked. */
export const AuthorizationShown = z.object({
  id: Id,
  version: z.number(),
  payer: z.string(),
  number: z.string(),
  unit: z.enum(authorizedUnits),
  quantity: z.number(),
  from: DayOut,
  to: DayOut,
  nextReviewOn: MaybeDay,
  needsNoMore: z.boolean(),
  used: z.number(),
  left: z.number(),
  /** Used beyond what was authorized. */
  over: z.number(),
  /** Dates of which something isn't known yet, with the sessions that say nothing. */
  notKnown: z.array(z.object({ on: DayOut, sessions: z.number() })),
  /** An estimate at the present pace; null where it lasts to its end or nothing can be said. */
  runsOutOn: MaybeDay,
  reviews: z.array(z.object({ on: DayOut, nextOn: MaybeDay, note: MaybeText, by: z.string() })),
});
export type AuthorizationShown = z.infer<typeof AuthorizationShown>;

export const RuleShown = z.object({
  medication: z.string(),
  analyte: z.string(),
  specimen: z.enum(specimenTypes),
  /** The panel that the row is for; null, or unsaid by an earlier version, is any of that specimen. */
  panelId: z.optional(z.nullable(Id)),
  panel: z.optional(MaybeText),
  expectation: z.enum(['should-show', 'may-show', 'wont-show']),
  appearsAfterDays: z.number(),
  clearsAfterDays: z.number(),
});
export type RuleShown = z.infer<typeof RuleShown>;

export const MedicationShown = z.object({
  id: Id,
  version: z.number(),
  name: z.string(),
  dose: MaybeText,
  from: DayOut,
  to: MaybeDay,
  prescriber: MaybeText,
  stoppedBecause: MaybeText,
  /** Rows of the map that speak of it; none, and nothing will be expected of it. */
  rules: z.array(RuleShown),
  /** False where nobody has said what it shows, not even that it shows nothing. */
  known: z.optional(z.boolean()),
  /** Null where it was only reported, and explains no result yet. */
  verified: z.optional(z.nullable(z.object({ how: z.enum(verifiedHows), by: MaybeText, at: InstantOut, until: MaybeDay }))),
});
export type MedicationShown = z.infer<typeof MedicationShown>;

/** A screen that the changed medication list would read differently. */
export const ReadingReviewShown = z.object({
  id: Id,
  screenId: Id,
  on: DayOut,
  medication: z.string(),
  offeredAt: InstantOut,
  /** Null where an import of medications offered it. */
  offeredBy: MaybeText,
  analytes: z.array(
    z.object({
      analyte: z.string(),
      was: z.enum(expectations),
      wasBecause: z.nullable(ExpectationCauseShown),
      found: z.enum(findings),
      would: z.enum(expectations),
      wouldBecause: z.nullable(ExpectationCauseShown),
      wouldFind: z.enum(findings),
    }),
  ),
  answer: z.nullable(z.object({ answer: z.enum(['keep', 'read-again', 'overtaken']), because: MaybeText, by: z.string(), at: InstantOut })),
});
export type ReadingReviewShown = z.infer<typeof ReadingReviewShown>;

const Named = z.object({ id: Id, name: z.string() });

/** What the forms of this page choose from: the program's own places, people and words. */
export const CareChoices = z.object({
  programs: z.array(z.object({ id: Id, name: z.string(), population: z.enum(populations) })),
  sites: z.array(Named),
  groups: z.array(z.object({ id: Id, name: z.string(), meets: z.string(), programId: Id, siteId: Id, ends: z.boolean() })),
  therapists: z.array(Named),
  levels: z.array(z.string()),
  admissionSources: z.array(z.string()),
  substances: z.array(z.string()),
  leaveReasons: z.array(z.string()),
  medications: z.array(z.string()),
});
export type CareChoices = z.infer<typeof CareChoices>;

/** Everything about a client's care that isn't a session, a screen or a goal: one question, one answer. */
export const Care = z.object({
  asOf: InstantOut,
  today: DayOut,
  timeZone: z.string(),
  client: z.object({ clientId: ClientId, name: z.string(), called: z.string(), bornOn: MaybeDay }),
  /** Newest first. */
  episodes: z.array(EpisodeShown),
  /** The ending that waits for a second signature; null where none does. */
  endingRequest: z.nullable(EndingRequestShown),
  /** Opioid or stimulant use is on record: a closing asks about naloxone. */
  asksNaloxone: z.boolean(),
  lastServedOn: MaybeDay,
  unservedDays: z.number(),
  leaves: z.array(LeaveShown),
  hours: z.array(HoursShown),
  handovers: z.array(HandoverShown),
  coveredBy: z.nullable(z.object({ name: z.string(), until: DayOut })),
  authorizations: z.array(AuthorizationShown),
  /** Days of care on which no authorization was in force. */
  uncovered: z.array(DayOut),
  medications: z.array(MedicationShown),
  readingReviews: z.array(ReadingReviewShown),
  choices: CareChoices,
});
export type Care = z.infer<typeof Care>;
