import * as z from 'zod/mini';
import { exclusions, countStatuses, type CohortTally, type CountedReason } from '#domain/cohort/rows.ts';
import { changesRebased, pointSignals, type CohortTrend } from '#domain/cohort/trends.ts';
import { measureKinds } from '#domain/cohort/measures.ts';
import { peopleColumns } from '#domain/cohort/people-sort.ts';
import { periodLengths } from '#domain/cohort/periods.ts';
import { signalRules } from '#domain/statistics/control-charts.ts';
import { ChartMark } from './chart-marks-shown.ts';
import { endpoint } from './endpoint.ts';
import { ClientId, DayOut, DayText, Id, InstantOut, words } from './scalars.ts';

const reasons = [
  ...exclusions,
  'not-collected',
  'declined',
  'unable',
  'excused',
  'cancelled-by-program',
  'specimen-not-valid',
  'unexpected',
  'prescribed-not-detected',
  'explained',
  'carry-over',
  'baseline',
  'non-target',
  'pending',
  'not-interpretable',
  'as-expected',
  'for-cause',
  'hours-unknown',
] as const satisfies readonly CountedReason[];

const ReasonCount = z.object({ reason: z.enum(reasons), count: z.number() });

const Tally = z.object({
  numerator: z.number(),
  denominator: z.number(),
  excluded: z.array(ReasonCount),
  separate: z.array(ReasonCount),
  people: z.number(),
  met: z.number(),
  notMet: z.number(),
  leftOut: z.number(),
}) satisfies z.ZodMiniType<CohortTally>;
export type Tally = z.infer<typeof Tally>;

const Limits = z.object({ mean: z.number(), lower: z.number(), upper: z.number() });
const Change = { rule: z.enum(signalRules), side: z.enum(['above', 'below']), points: z.number(), more: z.boolean() };
const Week = { week: DayOut, numerator: z.number(), denominator: z.number() };
const PeriodWeeks = z.literal(periodLengths);

const Trend = z.object({
  weeks: z.array(z.object(Week)),
  points: z.array(z.object({ ...Week, weeks: PeriodWeeks, limits: z.nullable(Limits), trial: z.boolean(), signal: z.enum(pointSignals) })),
  periodWeeks: z.nullable(PeriodWeeks),
  median: z.nullable(z.number()),
  baseline: z.nullable(z.object({ from: DayOut, to: DayOut })),
  signalPeriods: z.array(DayOut),
  variation: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('common-cause') }),
    z.object({ kind: z.literal('too-few'), points: z.number() }),
    z.object({ kind: z.literal('too-few-events') }),
    z.object({ kind: z.literal('no-spread') }),
    z.object({ kind: z.literal('rebased'), was: z.enum(changesRebased), from: DayOut, points: z.number() }),
    z.object({ kind: z.literal('improvement'), ...Change }),
    z.object({ kind: z.literal('concern'), ...Change }),
    z.object({ kind: z.literal('special-cause'), ...Change }),
  ]),
  assurance: z.nullable(z.enum(['will-meet', 'will-miss', 'may-or-may-not', 'no-target'])),
}) satisfies z.ZodMiniType<CohortTrend>;

const span = { from: DayOut, to: DayOut };

const Measured = z.object({ latest: Tally, target: z.nullable(z.number()), trend: Trend });
export type Measured = z.infer<typeof Measured>;

/** One part of the page could not be worked out; the others stand. */
const Unavailable = z.object({ unavailable: z.literal(true) });

const TimeToAnswer = z.object({
  results: z.number(),
  /** Answered within the hours of the program's standard, of those old enough to say. */
  met: z.number(),
  due: z.number(),
  /** Still open past the standard; inside `due`. */
  stillOpen: z.number(),
  notYetDue: z.number(),
  explained: z.number(),
  standardHours: z.number(),
  /** Every result of the latest weeks: hours to its answer, or its age while it is open. Those of one hour are one, with how many they are. */
  points: z.array(z.object({ hours: z.number(), answered: z.boolean(), results: z.number() })),
  /** The share answered by the end of each hour, with open results kept in the count (Kaplan-Meier turned over). */
  curve: z.array(z.object({ hours: z.number(), share: z.number() })),
  /** The hour by which half of them were answered; null where the curve never gets there. */
  medianHours: z.nullable(z.number()),
  /** Results of the range that are open and older than the latest weeks, or younger. */
  openBefore: z.number(),
  openSince: z.number(),
  /** The age in hours of every result of the range that is open now: before, within and after the latest weeks. Those of one hour are one. */
  openAges: z.array(z.object({ hours: z.number(), results: z.number() })),
  /** Results of the latest weeks that attached to an adjustment, by their own due time: beside the others, never in them. */
  attached: z.object({ met: z.number(), due: z.number(), stillOpen: z.number(), notYetDue: z.number(), explained: z.number() }),
});
export type TimeToAnswer = z.infer<typeof TimeToAnswer>;

const CollectedWeeks = z.object({
  weeks: z.array(
    z.object({
      week: DayOut,
      scheduled: z.number(),
      collected: z.number(),
      notCollected: z.number(),
      declined: z.number(),
      unable: z.number(),
      excused: z.number(),
      cancelled: z.number(),
    }),
  ),
});
export type CollectedWeeks = z.infer<typeof CollectedWeeks>;

const Choice = z.object({ id: Id, name: z.string() });

export const CohortOverview = z.object({
  asOf: InstantOut,
  timeZone: z.string(),
  today: DayOut,
  /** Whose clients are counted: one person's caseload, or the programs that they work in. */
  whose: z.enum(['caseload', 'programs']),
  /** The days asked for, and the closed weeks in them; null where no week of the range is closed yet. */
  ...span,
  weeks: z.nullable(z.object({ ...span, count: z.number() })),
  /** The latest closed weeks, at most four, that the numbers are about. */
  latest: z.nullable(z.object(span)),
  /** How many clients' weeks are still being worked out; the measure of hours doesn't count them whole until then. */
  beingWorkedOut: z.number(),
  choices: z.object({ sites: z.array(Choice), programs: z.array(Choice) }),
  /** The marks on these charts, and those on other charts of the same programs, the oldest first. */
  marks: z.array(ChartMark),
  measures: z.object({
    answered: z.union([Unavailable, Measured]),
    collected: z.union([Unavailable, Measured]),
    hours: z.union([Unavailable, Measured]),
    unexpected: z.union([Unavailable, Measured]),
  }),
  timeToAnswer: z.union([Unavailable, TimeToAnswer]),
  collectedWeeks: z.union([Unavailable, CollectedWeeks]),
});
export type CohortOverview = z.infer<typeof CohortOverview>;

/**
 * Which rows of the list: those in the denominator, one of its two sides, those of them that are still open, all that wait for an answer
 * (the not yet due ones too), those left out, or all.
 */
export const countedParts = ['counted', 'met', 'not-met', 'open', 'waiting', 'left-out', 'all'] as const;
export type CountedPart = (typeof countedParts)[number];

export const CohortPerson = z.object({
  /** The event, or the client's stay and week: names the row, not the person. */
  id: z.string(),
  clientId: ClientId,
  name: z.string(),
  chartNumber: z.string(),
  on: DayOut,
  countStatus: z.enum(countStatuses),
  reason: z.nullable(z.enum(reasons)),
  open: z.boolean(),
  hours: z.nullable(z.object({ delivered: z.nullable(z.number()), offered: z.nullable(z.number()) })),
  /** Hours from the result to the answer, or to now where there is none. */
  answerHours: z.nullable(z.number()),
  analytes: z.array(z.string()),
});
export type CohortPerson = z.infer<typeof CohortPerson>;

const filters = { from: z.optional(DayText), to: z.optional(DayText), site: z.optional(Id), program: z.optional(Id) };

const mark = { measure: z.enum(measureKinds), site: z.optional(Id), program: z.optional(Id), week: DayText, text: words(500) };

export const cohort = {
  overview: endpoint({
    method: 'GET',
    path: '/cohort',
    input: z.strictObject(filters),
    output: CohortOverview,
    refuses: ['input-invalid', 'not-your-role'],
  }),
  people: endpoint({
    method: 'GET',
    path: '/cohort/:measure/people',
    input: z.strictObject({
      measure: z.enum(measureKinds),
      ...filters,
      counted: z.optional(z.enum(countedParts)),
      sort: z.optional(z.enum(peopleColumns.flatMap((column) => [column, `-${column}` as const]))),
      /** The row with which the page before ended. */
      after: z.optional(words(60)),
    }),
    output: z.object({
      asOf: InstantOut,
      timeZone: z.string(),
      measure: z.enum(measureKinds),
      ...span,
      counted: z.enum(countedParts),
      tally: Tally,
      beingWorkedOut: z.number(),
      /** Rows still open past the standard, and all that wait. */
      open: z.number(),
      waiting: z.number(),
      /** One page of the rows of this part; how many they are in all, of how many clients; and the row behind which the next page begins. */
      rows: z.array(CohortPerson),
      total: z.number(),
      clients: z.number(),
      next: z.nullable(z.string()),
    }),
    refuses: ['input-invalid', 'not-your-role'],
  }),
  /** Something happened in a week that its readers should know of. It moves no limits. */
  annotate: endpoint({
    method: 'POST',
    path: '/cohort/:measure/notes',
    input: z.strictObject(mark),
    output: z.object({ id: Id }),
    refuses: ['input-invalid', 'not-your-role'],
    idempotent: true,
  }),
  /** The process runs differently from a week on: its limits are worked out anew from there. Refused where the chart shows no signal. */
  rebase: endpoint({
    method: 'POST',
    path: '/cohort/:measure/rebases',
    input: z.strictObject(mark),
    output: z.object({ id: Id }),
    refuses: ['input-invalid', 'no-signal', 'not-your-role'],
    idempotent: true,
  }),
  /** A mark was a mistake: it stays on record as such, and its limits are those from before. */
  withdrawMark: endpoint({
    method: 'POST',
    path: '/cohort/marks/:markId/withdrawal',
    input: z.strictObject({ markId: Id, because: words(500) }),
    output: z.object({}),
    refuses: ['input-invalid', 'not-found', 'wrong-state', 'not-your-role'],
    idempotent: true,
  }),
};
export type CohortPeople = z.infer<typeof cohort.people.output>;
