import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { sessionsInClosure } from './closed-sessions.rows.ts';
import { refuseWrongSpan } from './closures.guards.ts';
import { lockAllGroups } from './groups.guards.ts';
import { cancelFor } from './sessions.store.ts';

/** Closes a program, a site or everything for some days, and cancels the sessions of those days in which nothing was recorded. */
export const addClosure: Procedure<Contract['closures']['add']> = async (input, { db, actor, record }) => {
  const { fromOn, toOn, programId, siteId, kind, label } = input;
  const span = { fromOn, toOn, programId, siteId };
  await refuseWrongSpan(db, span);
  // Sessions that are being made at this moment are waited for, so that none of them stays open on a closed day.
  await lockAllGroups(db);
  const { id } = await db
    .insertInto('closure')
    .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, from_on: fromOn, to_on: toOn, kind, label })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { sessions, people, left } = await sessionsInClosure(db, span);
  await cancelFor(db, { id, label }, sessions);
  await record.changed('closures', people);
  return { id, sessions: sessions.length, people: people.length, left };
};
