import type { Reviewable } from '#contract/care-plan-reviews.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import { worseningWords } from '#domain/instruments/words.ts';
import { bandOf, worseningOf } from '#domain/instruments/instruments.ts';
import { phaseProgress } from '#domain/phases/phases.ts';
import { reviewLabel } from '#domain/care-plan/reviews-words.ts';
import { lastPhase } from '#domain/care-plan/reviews.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Phase } from '#server/phases/phases.rows.ts';
import type { Loaded } from '#server/caseload/facts-at.ts';

const plain = { levels: null, level: null, next: null, openCriteria: [] } as const;

/** What a review's form asks for beside the client's facts. */
export type ReviewTexts = {
  /** The wordings of each goal from -2 to +2, by goal. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** The phase after the one that is open, where the program has written one. */
  readonly nextPhase: string | null;
};

/** Everything about a client that may be reviewed, with what is known of each. Nothing here says how a review should come out. */
export function reviewablesOf(
  facts: Loaded,
  { levels, nextPhase }: ReviewTexts,
  { now, zone, settings }: Pick<Context, 'now' | 'zone' | 'settings'>,
): Reviewable[] {
  const today = dayAt(now, zone);
  const dueOn = (kind: string, id: string | null) =>
    facts.reviews.find((one) => one.kind === kind && (id === null || one.id === id))?.dueOn ?? null;
  const signed = facts.adjustments.filter(({ signedAt }) => signedAt !== null).at(-1);
  return [
    ...facts.instruments.map(({ instrument, scores }): Reviewable => {
      const last = scores.at(-1);
      const worse = worseningOf(instrument, scores, settings);
      const band = last === undefined ? null : bandOf(instrument, last.score);
      const said = last === undefined ? [] : [`${last.score}${band === null ? '' : `, ${band}`}, on ${dayWithYear(last.on)}.`];
      const summary = worse === null ? said : [...said, worseningWords(instrument, worse)];
      return { kind: 'instrument', id: instrument, title: instrument, dueOn: null, summary, ...plain, openCriteria: [] };
    }),
    ...facts.goals.map((goal) => goalReviewable(goal, levels.get(goal.id) ?? null, { today, dueOn })),
    ...phaseReviewable(facts, nextPhase, dueOn),
    {
      kind: 'care-plan',
      id: null,
      title: reviewLabel('care-plan'),
      dueOn: dueOn('care-plan', null),
      summary: signed?.signedAt == null ? [] : [`A${signed.number} was signed on ${dayWithYear(dayAt(signed.signedAt, zone))}.`],
      ...plain,
      openCriteria: [],
    },
    {
      kind: 'continuing-care',
      id: null,
      title: reviewLabel('continuing-care'),
      dueOn: dueOn('continuing-care', null),
      summary: [],
      ...plain,
      openCriteria: [],
    },
  ];
}

type DueOn = (kind: string, id: string | null) => Reviewable['dueOn'];

function goalReviewable(
  goal: Loaded['goals'][number],
  levels: readonly string[] | null,
  { today, dueOn }: { readonly today: Day; readonly dueOn: DueOn },
): Reviewable {
  const rating = latestRating(goal.ratings, today);
  return {
    kind: 'goal',
    id: goal.id,
    title: `${reviewLabel('goal', goal.number)}: ${goal.title}`,
    dueOn: dueOn('goal', goal.id),
    summary: rating === null ? ['Not rated yet.'] : [`Rated ${rating.level > 0 ? '+' : ''}${rating.level} on ${dayWithYear(rating.on)}.`],
    levels: levels === null ? null : [...levels],
    level: rating?.level ?? null,
    next: null,
    openCriteria: [],
  };
}

/** The phase that is open; undefined before care begins. */
export const openPhase = ({ phases }: Pick<Loaded, 'phases'>): Phase | undefined => phases.findLast(({ to }) => to === null);

function phaseReviewable(facts: Loaded, nextName: string | null, dueOn: DueOn): Reviewable[] {
  const phase = openPhase(facts);
  if (phase === undefined) return [];
  const { criteria } = facts;
  const { met, of } = phaseProgress(criteria);
  const open = criteria.filter((one) => one.met !== true);
  return [
    {
      kind: 'phase',
      id: phase.id,
      title: `${reviewLabel('phase', phase.number)}: ${phase.name}`,
      dueOn: dueOn('phase', phase.id),
      summary: of === 0 ? [] : [`${met} of ${of} criteria met.`, ...open.map(({ label }) => `Not yet: ${label}.`)],
      levels: null,
      level: null,
      next: phase.number >= lastPhase ? null : { number: phase.number + 1, name: nextName },
      openCriteria: open.filter(({ kind }) => kind !== 'measured').map(({ code, label }) => ({ code, label })),
    },
  ];
}
