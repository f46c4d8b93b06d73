import type { Contract } from '#contract/index.ts';
import { amountLabel, overlapMessage } from '#domain/episodes/authorizations-words.ts';
import { overlapping } from '#domain/episodes/authorizations.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { authorizationsOf, type StoredAuthorization } from './authorizations.rows.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type Terms = Omit<Parameters<Procedure<Contract['authorizations']['add']>>[0], 'clientId'>;

const row = (terms: Terms) => ({
  payer: terms.payer,
  number: terms.number,
  unit: terms.unit,
  quantity: terms.quantity,
  from_on: terms.from,
  to_on: terms.to,
  next_review_on: terms.nextReviewOn,
});

const labelOf = ({ payer, number, quantity, unit, from, to }: StoredAuthorization): string =>
  `${payer} ${number}, ${amountLabel(quantity, unit)}, ${dayWithYear(from)} to ${dayWithYear(to)}`;

/** What payers authorised. How much of it is used is nowhere stored. */
export const authorizations: ProceduresOf<Contract['authorizations']> = {
  add: async ({ clientId, ...terms }, context) => {
    const { db, actor, record } = context;
    await lockClients(context, [clientId]);
    await refuseTerms(context, clientId, null, terms);
    const { id } = await db
      .insertInto('payer_authorization')
      .values({ organization_id: actor.organizationId, client_id: clientId, ...row(terms) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record.changed('authorizations', [clientId]);
    return { id };
  },

  edit: async ({ clientId, authorizationId, ...terms }, context) => {
    const { db, version, record } = context;
    await lockClients(context, [clientId]);
    const stored = await one(context, clientId, authorizationId);
    refuseStale(stored, version, labelOf(stored));
    await refuseTerms(context, clientId, authorizationId, terms);
    await db
      .updateTable('payer_authorization')
      .set((eb) => ({ ...row(terms), version: eb('version', '+', 1) }))
      .where('id', '=', authorizationId)
      .execute();
    await record.changed('authorizations', [clientId]);
    return {};
  },

  review: async ({ clientId, authorizationId, reviewedOn, nextReviewOn, needsNoMore, note }, context) => {
    const { db, actor, now, zone, version, record } = context;
    await lockClients(context, [clientId]);
    const stored = await one(context, clientId, authorizationId);
    refuseStale(stored, version, labelOf(stored));
    if (reviewedOn > dayAt(now, zone)) throw refuseField('reviewedOn', 'That day is still to come. Record a review once it was made.');
    refuseReviewDay(nextReviewOn, reviewedOn, stored.to);
    if (needsNoMore && nextReviewOn !== null)
      throw refuseField('nextReviewOn', 'Where nothing more is asked for there is no next review. Take the day out.');
    await db
      .insertInto('utilization_review')
      .values({
        organization_id: actor.organizationId,
        client_id: clientId,
        authorization_id: authorizationId,
        reviewed_on: reviewedOn,
        next_review_on: nextReviewOn,
        note: note ?? null,
        by: actor.staffId,
      })
      .execute();
    await db
      .updateTable('payer_authorization')
      .set((eb) => ({ next_review_on: nextReviewOn, needs_no_more: needsNoMore, version: eb('version', '+', 1) }))
      .where('id', '=', authorizationId)
      .execute();
    await record.changed('authorizations', [clientId]);
    return {};
  },
};

const one = async ({ db }: Context, clientId: string, id: string): Promise<StoredAuthorization> =>
  found((await authorizationsOf(db, [clientId])).get(clientId)?.find((stored) => stored.id === id));

function refuseReviewDay(nextReviewOn: Day | null, after: Day, to: Day): void {
  if (nextReviewOn === null) return;
  if (nextReviewOn <= after)
    throw refuseField('nextReviewOn', `The next review comes after ${dayWithYear(after)}. Give a later day, or leave it out.`);
  if (nextReviewOn > to)
    throw refuseField('nextReviewOn', `The authorisation ends on ${dayWithYear(to)}. Give that day or an earlier one, or leave it out.`);
}

async function refuseTerms({ db }: Context, clientId: string, id: string | null, terms: Terms): Promise<void> {
  if (terms.to < terms.from) throw refuseField('to', 'The last day is before the first. Correct one of the two.');
  if (terms.unit !== 'hours' && !Number.isInteger(terms.quantity))
    throw refuseField('quantity', 'Days and units are whole numbers. Write a whole number, or choose hours.');
  if (terms.nextReviewOn !== null && terms.nextReviewOn < terms.from)
    throw refuseField('nextReviewOn', 'The review is before the first day. Correct one of the two.');
  if (terms.nextReviewOn !== null && terms.nextReviewOn > terms.to)
    throw refuseField('nextReviewOn', 'The review is after the last day. Correct one of the two, or leave the review out.');
  const other = overlapping(
    { id, payer: terms.payer, from: terms.from, to: terms.to },
    (await authorizationsOf(db, [clientId])).get(clientId) ?? [],
  );
  if (other !== null) throw refuseField('from', overlapMessage(other));
}
