import pino from 'pino';
import { Kysely, PostgresDialect } from 'kysely';
import { createApp } from '#server/http/app.ts';
import { poolAt, type Address, type Database, type Tables } from '#server/database/pool.ts';
import type { Authentication } from '#server/http/authentication.ts';
import type { Actor } from '#server/access/actor.ts';

/** A statement as it went to PostgreSQL. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** Who works in an organization, by their e-mail. */
export async function actorOf(db: Database, email: string): Promise<Actor> {
  const row = await db
    .selectFrom('staff')
    .innerJoin('sign_in_user', 'sign_in_user.id', 'staff.user_id')
    .select(['staff.organization_id', 'staff.id', 'staff.name', 'staff.role'])
    .where('sign_in_user.email', '=', email)
    .executeTakeFirstOrThrow();
  return { organizationId: row.organization_id, staffId: row.id, name: row.name, role: row.role };
}

/** The statements that read what this address answers with, and nothing that Cairn adds: no wall, no event, no question who is asking. */
export async function readsOf(
  address: Address,
  actor: Actor,
  { path, body }: { path: string; body?: unknown },
): Promise<readonly Statement[]> {
  const said: Statement[] = [];
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: poolAt(address, 2) }),
    log: ({ query }) => void said.push({ sql: query.sql, parameters: query.parameters }),
  });
  const refuse = () => Promise.reject(new Error('nobody comes in here'));
  const authentication: Authentication = {
    authenticate: () => Promise.resolve({ kind: 'actor', actor }),
    enter: refuse,
    lock: refuse,
    unlock: refuse,
    leave: refuse,
  };
  const app = createApp({ db, clock: () => new Date(), authentication, log: pino({ level: 'silent' }) });
  const requested =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await app.fetch(new Request(`http://bench.test/api${path}`, requested));
  await db.destroy();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return said.filter(({ sql }) => !ours.test(sql)).map(withoutEvent);
}

const ours =
  /^(begin|start transaction|commit|rollback|savepoint|release savepoint|set transaction|select set_config|insert into)|from "organization"/;

/** The read that stands beside its event in one statement, alone. */
function withoutEvent({ sql, parameters }: Statement): Statement {
  const read = /^with answer as materialized \(([\s\S]*)\), noted as \(/.exec(sql)?.[1];
  if (read === undefined) return { sql, parameters };
  const used = Math.max(0, ...[...read.matchAll(/\$(\d+)/g)].map(([, booking]) => Number(booking)));
  return { sql: read, parameters: parameters.slice(0, used) };
}
