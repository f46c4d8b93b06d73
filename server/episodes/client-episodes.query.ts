import type { Contract } from '#contract/index.ts';
import { dayAt, earliest } from '#domain/calendar/calendar.ts';
import { usesOpioidsOrStimulants } from '#domain/episodes/discharge-naloxone.ts';
import { untilNext } from '#domain/episodes/spans.ts';
import { uncoveredDays } from '#domain/episodes/authorizations.ts';
import { sessionsOf, sessionsSince } from '#server/attendance/attendance.rows.ts';
import { authorizationsOf } from './authorizations.rows.ts';
import { authorizationsShown } from './authorizations-shown.rows.ts';
import { careChoices } from './episode-choices.ts';
import { choicesOnRecord } from './episode-choices.rows.ts';
import { lastServedOf } from '#server/attendance/last-served.rows.ts';
import { episodesOnRecord, unaccountedAnalytes } from './episodes.rows.ts';
import { endingRequestFor } from './ending-requests.rows.ts';
import { endingRequestShown, episodesShown } from './episodes-shown.ts';
import { coveredBy, handoversOf } from '#server/coverage/handovers.rows.ts';
import { medicationsShown, readingReviewsOf } from '#server/medications/medication-list.rows.ts';
import { expectationRules } from '#server/medications/medications.rows.ts';
import { calledName, shownName } from '#server/clients/client-names.ts';
import { clientSeen } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';

/** Everything about a client's care that isn't a session, a screen or a goal. */
export const ofClient: Procedure<Contract['episodes']['ofClient']> = async ({ clientId }, context) => {
  const { db, now, zone, settings } = context;
  const client = await clientSeen(context, clientId);
  const today = dayAt(now, zone);
  const stored = (await authorizationsOf(db, [clientId])).get(clientId) ?? [];
  const map = await expectationRules(db);
  const episodes = episodesShown(await episodesOnRecord(db, clientId));
  const sessions = await sessionsOf(db, [clientId]);
  const first = earliest([...episodes.map(({ openedOn }) => openedOn), ...stored.map(({ from }) => from)]);
  const served = first === null ? [] : ((await sessionsSince(db, new Map([[clientId, first]]))).get(clientId) ?? []);
  const authorizations = await authorizationsShown(db, clientId, served, { now, zone });
  return {
    asOf: now,
    today,
    timeZone: zone,
    client: { clientId, name: shownName(client), called: calledName(client), bornOn: client.born_on },
    episodes,
    endingRequest: endingRequestShown(await endingRequestFor(db, clientId), context.actor),
    asksNaloxone: usesOpioidsOrStimulants(episodes[0]?.primarySubstance ?? null, await unaccountedAnalytes(db, clientId)),
    lastServedOn: await lastServedOf(db, clientId),
    unservedDays: settings.unservedDays,
    leaves: await leavesShown(context, clientId),
    hours: await hoursShown(context, clientId),
    handovers: await handoversOf(db, clientId),
    coveredBy: await coveredBy(db, clientId, today),
    authorizations,
    uncovered: authorizations.length === 0 ? [] : uncoveredDays(authorizations, sessions.get(clientId) ?? [], zone),
    medications: await medicationsShown(db, clientId, map),
    readingReviews: await readingReviewsOf(db, clientId),
    choices: careChoices(await choicesOnRecord(db), map, settings),
  };
};

async function leavesShown({ db }: Context, clientId: string) {
  const rows = await db.selectFrom('leave_span').selectAll().where('client_id', '=', clientId).orderBy('from_on', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    from: row.from_on,
    to: row.to_on,
    expectedBackOn: row.expected_back_on,
    reason: row.reason,
    version: row.version,
  }));
}

async function hoursShown({ db }: Context, clientId: string) {
  const rows = await db.selectFrom('prescribed_hours').selectAll().where('client_id', '=', clientId).execute();
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return untilNext(
    rows.map((row) => ({ id: row.id, from: row.from_on, hoursPerWeek: row.hours_per_week })),
    null,
  )
    .map((span) => ({ ...span, version: versions.get(span.id) ?? 1 }))
    .toReversed();
}
