import { dayAt } from '#domain/calendar/calendar.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Contract } from '#contract/index.ts';
import { authorizationFor, refuseReviewDay } from './authorizations.guards.ts';
import { insertUtilizationReview } from './authorizations.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Keeps that an authorization was reviewed, and when it is to be looked at next. */
export const reviewAuthorization: Procedure<Contract['authorizations']['review']> = async (input, context) => {
  const { now, zone, record } = context;
  const { clientId, authorizationId, reviewedOn, nextReviewOn, needsNoMore } = input;
  await lockClients(context, [clientId]);
  const stored = await authorizationFor(context, clientId, authorizationId);
  if (reviewedOn > dayAt(now, zone)) throw refuseField('reviewedOn', 'That day is still to come. Record a review once it was made.');
  refuseReviewDay(nextReviewOn, reviewedOn, stored.to);
  if (needsNoMore && nextReviewOn !== null)
    throw refuseField('nextReviewOn', 'Where nothing more is asked for there is no next review. Take the day out.');
  await insertUtilizationReview(context, { ...input, note: input.note ?? null });
  await record.changed('authorizations', [clientId]);
  return {};
};
