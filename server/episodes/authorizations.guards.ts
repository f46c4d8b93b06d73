import { amountLabel, overlapMessage } from '#domain/episodes/authorizations-words.ts';
import { overlapping } from '#domain/episodes/authorizations.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { authorizationsOf, type StoredAuthorization } from './authorizations.rows.ts';
import type { AuthorizationTerms } from './authorizations.store.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

/** The authorization of this client in the version that was on screen; refuses another's and a later version. */
export async function authorizationFor({ db, version }: Context, clientId: string, id: string): Promise<StoredAuthorization> {
  const stored = found((await authorizationsOf(db, [clientId])).get(clientId)?.find((one) => one.id === id));
  refuseStale(stored, version, labelOf(stored));
  return stored;
}

const labelOf = ({ payer, number, quantity, unit, from, to }: StoredAuthorization): string =>
  `${payer} ${number}, ${amountLabel(quantity, unit)}, ${dayWithYear(from)} to ${dayWithYear(to)}`;

/** Refuses a next review that isn't after the day of this one, or that is after the last day of the authorization. */
export function refuseReviewDay(nextReviewOn: Day | null, after: Day, to: Day): void {
  if (nextReviewOn === null) return;
  if (nextReviewOn <= after)
    throw refuseField('nextReviewOn', `The next review comes after ${dayWithYear(after)}. Give a later day, or leave it out.`);
  if (nextReviewOn > to)
    throw refuseField('nextReviewOn', `The authorization ends on ${dayWithYear(to)}. Give that day or an earlier one, or leave it out.`);
}

/** Refuses days out of order, amounts that can't be counted, and days that another authorization of the same payer covers. */
export async function refuseTerms(
  { db }: Pick<Context, 'db'>,
  clientId: string,
  id: string | null,
  terms: AuthorizationTerms,
): Promise<void> {
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
