import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { instantOf } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { createApp, type App } from '#server/http/app.ts';
import type { Database } from '#server/database/pool.ts';
import type { Authentication, Visitor } from '#server/http/authentication.ts';
import type { Actor } from '#server/access/actor.ts';
import { Refusal } from '#server/http/refusal.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { freshDatabase } from './database.ts';

/** A small clinic on a database of its own: one organization, one program, one member of staff per role. */
export type World = {
  readonly db: Database;
  readonly app: App;
  readonly organizationId: string;
  readonly programId: string;
  readonly siteId: string;
  readonly staff: { readonly [R in Role]: Actor };
  /** Sends requests as this person; null is nobody. */
  readonly as: (who: Role | Actor | null) => Caller;
  /** The server with this person always at the door, for a browser that keeps no cookies. */
  readonly appFor: (who: Role | Actor) => App;
  readonly clock: { now: Date };
  readonly drop: () => Promise<void>;
};

export type Caller = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Readonly<{ [name: string]: string }>) => Promise<Response>;
};

/** One clinic for all tests of a file, made before the first and dropped after the last. */
export function worldOfFile(now?: Date): World {
  const world = emptyWorld();
  beforeAll(async () => void Object.assign(world, await aWorld(now)));
  afterAll(() => world.drop());
  return world;
}

/** A clinic of its own for each test of a file. */
export function worldOfEachTest(now?: Date): World {
  const world = emptyWorld();
  beforeEach(async () => void Object.assign(world, await aWorld(now)));
  afterEach(() => world.drop());
  return world;
}

// It is filled before the first test looks at it, so that the tests need no variable of their own.
const emptyWorld = (): World => ({}) as World;

/** Works with the database as a request of this world's clinic would, at the world's moment. */
export const inside = <T>(
  { db, clock, organizationId: own }: Pick<World, 'db' | 'clock' | 'organizationId'>,
  work: (db: Database) => Promise<T>,
  organizationId = own,
): Promise<T> => withTenant(db, organizationId, instantOf(clock.now), work);

const nobody: Visitor = { kind: 'nobody' };

export async function aWorld(now = new Date('2026-11-23T14:02:00.000Z')): Promise<World> {
  const { db, drop } = await freshDatabase();
  const { organizationId, programId, siteId, staff } = await anOrganization(db, 'North');
  const clock = { now };
  const askers = new Map<string, Actor>();
  const refuse = () => Promise.reject(new Refusal('sign-in-refused'));
  const authentication: Authentication = {
    authenticate: (request) => {
      const actor = askers.get(request.headers.get('x-asking') ?? '');
      return Promise.resolve(actor === undefined ? nobody : { kind: 'actor', actor });
    },
    enter: refuse,
    lock: () => Promise.resolve(),
    unlock: refuse,
    leave: () => Promise.resolve(new Headers()),
  };
  const app = createApp({ db, clock: () => clock.now, authentication, log: pino({ level: 'silent' }) });

  const as = (who: Role | Actor | null): Caller => {
    const actor = typeof who === 'string' ? staff[who] : who;
    const send = (request: Request) => {
      if (actor !== null) {
        askers.set(actor.staffId, actor);
        request.headers.set('x-asking', actor.staffId);
      }
      return app.fetch(request);
    };
    return {
      get: (path) => send(new Request(`http://cairn.test/api${path}`)),
      post: (path, body, headers = {}) =>
        send(
          new Request(`http://cairn.test/api${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
            body: typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
          }),
        ),
    };
  };
  const appFor = (who: Role | Actor): App => {
    const actor = typeof who === 'string' ? staff[who] : who;
    return createApp({
      db,
      clock: () => clock.now,
      authentication: { ...authentication, authenticate: () => Promise.resolve({ kind: 'actor', actor }) },
      log: pino({ level: 'silent' }),
    });
  };
  return { db, app, appFor, organizationId, programId, siteId, staff, as, clock, drop };
}

/** One more organization on the same database, so that leaks can be seen. */
export async function anOrganization(db: Database, name: string) {
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name, time_zone: 'America/Chicago', settings: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: programId } = await db
    .insertInto('program')
    .values({ organization_id: organizationId, name: `${name} adult` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: siteId } = await db
    .insertInto('site')
    .values({ organization_id: organizationId, name: `${name} site`, time_zone: 'America/Chicago' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const member = async (role: Role): Promise<Actor> => {
    const row = await db
      .insertInto('staff')
      .values({ organization_id: organizationId, name: `${role} of ${name}`, role, user_id: null, ended_on: null })
      .returning(['id', 'name'])
      .executeTakeFirstOrThrow();
    await db.insertInto('staff_program').values({ organization_id: organizationId, staff_id: row.id, program_id: programId }).execute();
    return { organizationId, staffId: row.id, name: row.name, role };
  };
  const staff = {
    therapist: await member('therapist'),
    tech: await member('tech'),
    director: await member('director'),
    administrator: await member('administrator'),
  };
  return { organizationId, programId, siteId, staff };
}
