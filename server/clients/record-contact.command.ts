import type { Contract } from '#contract/index.ts';
import { stepProblems } from '#domain/adjustments/steps-words.ts';
import { isContact, lastContactAt, notReached } from '#domain/clients/contact-attempts.ts';
import { isAfterNow } from '#server/clock.ts';
import { attemptsOf } from '#server/care-plan/care-records.rows.ts';
import { clientFor } from './clients.guards.ts';
import { insertContact } from './contacts.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** Keeps a contact or an attempt at one, and answers how many attempts there were since anybody last spoke with the client. */
export const recordContact: Procedure<Contract['contacts']['record']> = async (input, context) => {
  const { db, actor, now, zone, record } = context;
  const { clientId, method, twoWay, note, at: given } = input;
  await clientFor(db, actor, clientId);
  const at = given === 'now' ? now : given;
  if (isAfterNow(at, now)) throw refuseField('at', stepProblems.future);
  if (twoWay && !isContact({ method, reached: true })) throw refuseField('twoWay', stepProblems.notTwoWay);
  const id = await insertContact(context, { clientId, at, method, twoWay, note: note ?? null });
  await record.changed('contacts', [clientId]);

  const attempts = (await attemptsOf(db, [clientId])).get(clientId) ?? [];
  const since = lastContactAt(attempts);
  const outreach = notReached(attempts, zone);
  return { id, attempts: attempts.filter((attempt) => since === null || attempt.at > since).length, reachingOut: outreach.reachingOut };
};
