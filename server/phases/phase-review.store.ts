import { addDays } from '#domain/calendar/calendar.ts';
import { moveProblemWords } from '#domain/care-plan/reviews-words.ts';
import { moveProblem } from '#domain/care-plan/reviews.ts';
import { phaseTemplate } from '#server/care-plan/reviewables.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { idIn, type Reviewed } from '#server/care-plan/reviewed.ts';

/**
 * Writes what a phase review decided: criteria found met, and either the next review of the same phase or the first day of the next one.
 * A person decides; criteria that are open stop nobody, and nothing leads back.
 */
export async function phaseReviewed(review: Reviewed, context: Context): Promise<string> {
  const { clientId, about, on, nextOn, decision, criteriaMet } = review;
  const { db } = context;
  const phase = await db
    .selectFrom('phase_span')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('to_on', 'is', null)
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  if (phase === undefined || phase.id !== idIn(about))
    throw new Refusal('wrong-state', 'The client is not in this phase now. Load the page again to see which one it is.');
  const move = decision === 'move-on' ? moveProblem({ number: phase.number, from: phase.from_on }, on) : null;
  if (move !== null) throw refuseField('decision', moveProblemWords[move]);

  const criteria = phase.criteria.map((criterion, index) =>
    criteriaMet.includes(`${phase.number}.${index + 1}`) && !criterion.kind.startsWith('measured')
      ? { ...criterion, metOn: criterion.metOn ?? on }
      : criterion,
  );
  await db
    .updateTable('phase_span')
    .set({
      criteria: JSON.stringify(criteria),
      ...(decision === 'move-on' ? { to_on: addDays(on, -1), review_due_on: null } : { review_due_on: nextOn }),
    })
    .where('id', '=', phase.id)
    .execute();
  if (decision === 'move-on') await begin(review, phase.number + 1, context);
  return phase.id;
}

async function begin({ clientId, on, nextOn }: Reviewed, number: number, { db, actor }: Context): Promise<void> {
  const written = await phaseTemplate(db, number);
  await db
    .insertInto('phase_span')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      number,
      name: written?.name ?? `Phase ${number}`,
      from_on: on,
      to_on: null,
      review_due_on: nextOn,
      criteria: JSON.stringify(written?.criteria ?? []),
    })
    .execute();
}
