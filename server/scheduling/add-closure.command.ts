import type { Contract } from '#contract/index.ts';
import { leftNamed } from '#contract/scheduling-closures.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { lockClosedSessions, refuseWrongSpan } from './closures.guards.ts';
import { insertClosure } from './closures.store.ts';
import { lockAllGroups } from './groups.guards.ts';
import { cancelFor } from './sessions.store.ts';

/** Closes a program, a site or everything for some days, and cancels the sessions of those days in which nothing was recorded. */
export const addClosure: Procedure<Contract['closures']['add']> = async (input, context) => {
  const { actor, db, record, afterwards } = context;
  const { fromOn, toOn, programId, siteId, kind, label } = input;
  const span = { fromOn, toOn, programId, siteId };
  await refuseWrongSpan(db, span);
  // Sessions that are being made at this moment are waited for, so that none of them stays open on a closed day.
  await lockAllGroups(db);
  const { sessions, people, left } = await lockClosedSessions(db, span);
  const id = await insertClosure(context, { ...span, kind, label });
  await cancelFor(db, { id, label }, sessions);
  await record.changed('closures', people);
  afterwards((server) => recomputeStale(server, actor.organizationId));
  return { id, sessions: sessions.length, people: people.length, left: left.slice(0, leftNamed), leftInAll: left.length };
};
