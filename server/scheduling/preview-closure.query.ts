import type { Contract } from '#contract/index.ts';
import { leftNamed } from '#contract/scheduling-closures.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { sessionsInClosure } from './closed-sessions.rows.ts';
import { refuseWrongSpan } from './closures.guards.ts';

/** What a closure would cancel, before anybody adds it. */
export const previewClosure: Procedure<Contract['closures']['preview']> = async ({ fromOn, toOn, programId, siteId }, { db }) => {
  const span = { fromOn, toOn, programId: programId ?? null, siteId: siteId ?? null };
  await refuseWrongSpan(db, span);
  const { sessions, people, left } = await sessionsInClosure(db, span);
  return { sessions: sessions.length, people: people.length, left: left.slice(0, leftNamed), leftInAll: left.length };
};
