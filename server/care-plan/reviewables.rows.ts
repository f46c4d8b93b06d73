import type { Reviewable } from '#contract/care-plan-reviews.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import { worseningWords } from '#domain/instruments/words.ts';
import { bandOf, worseningOf } from '#domain/instruments/instruments.ts';
import { phaseProgress } from '#domain/phases/phases.ts';
import { reviewLabel } from '#domain/care-plan/reviews-words.ts';
import { lastPhase } from '#domain/care-plan/reviews.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { phaseTemplate } from '#server/phases/phases.rows.ts';
import type { Loaded } from '#server/caseload/client-facts.rows.ts';

const plain = { levels: null, level: null, next: null, openCriteria: [] } as const;

/** Everything about a client that may be reviewed, with what is known of each. Nothing here says how a review should come out. */
export async function reviewablesOf(facts: Loaded, { db, now, zone, settings }: Context): Promise<Reviewable[]> {
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
    ...(await goalReviewables(facts, { db, today, dueOn })),
    ...phaseReviewable(facts, await nextPhaseName(db, facts), dueOn),
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

async function goalReviewables(
  facts: Loaded,
  { db, today, dueOn }: Pick<Context, 'db'> & { today: Reviewable['dueOn'] & string; dueOn: DueOn },
): Promise<Reviewable[]> {
  if (facts.goals.length === 0) return [];
  const ids = facts.goals.map(({ id }) => id);
  const worded = await db.selectFrom('goal').select(['id', 'levels']).where('id', 'in', ids).execute();
  return facts.goals.map((goal): Reviewable => {
    const rating = latestRating(goal.ratings, today);
    return {
      kind: 'goal',
      id: goal.id,
      title: `${reviewLabel('goal', goal.number)}: ${goal.title}`,
      dueOn: dueOn('goal', goal.id),
      summary: rating === null ? ['Not rated yet.'] : [`Rated ${rating.level > 0 ? '+' : ''}${rating.level} on ${dayWithYear(rating.on)}.`],
      levels: worded.find(({ id }) => id === goal.id)?.levels ?? null,
      level: rating?.level ?? null,
      next: null,
      openCriteria: [],
    };
  });
}

function phaseReviewable({ phases, criteria }: Loaded, nextName: string | null, dueOn: DueOn): Reviewable[] {
  const phase = phases.findLast(({ to }) => to === null);
  if (phase === undefined) return [];
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

async function nextPhaseName(db: Context['db'], { phases }: Loaded): Promise<string | null> {
  const phase = phases.findLast(({ to }) => to === null);
  return phase === undefined ? null : ((await phaseTemplate(db, phase.number + 1))?.name ?? null);
}
