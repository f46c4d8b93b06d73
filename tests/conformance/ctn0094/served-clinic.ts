import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pino from 'pino';
import { freePort } from '#kit/processes.ts';
import { createApp } from '#server/http/app.ts';
import { idleMinutes } from '#server/identity/idle-lock.ts';
import type { Database } from '#server/database/pool.ts';
import { createSignIn } from '#server/identity/sign-in-users.store.ts';
import { pagesFrom } from '#server/http/static-files.ts';
import { authenticationFor } from '#server/identity/sign-in.ts';

/** The whole product on a port of its own: the built page and the real server. */
export async function served(db: Database): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const clock = () => new Date();
  const authentication = authenticationFor({
    db,
    libraryDb: db,
    secret: 'a secret of thirty-two characters',
    baseUrl: url,
    clock,
    idleMinutes,
  });
  const app = createApp({ db, clock, authentication, log: pino({ level: 'silent' }) });
  const whole = new Hono();
  whole.all('/api/*', (context) => app.fetch(context.req.raw));
  whole.route('/', pagesFrom('dist'));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: whole.fetch, port }, () => resolve(starting));
  });
  return { url, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

export const password = 'a long enough password';

/** Gives the therapist with the most people in care a way to sign in. Answers their e-mail and the ten of their clients who came most often. */
export async function aTherapist(db: Database): Promise<{ readonly email: string; readonly clientIds: readonly string[] }> {
  const { therapist_id } = await db
    .selectFrom('episode')
    .select(['therapist_id', ({ fn }) => fn.countAll<number>().as('n')])
    .where('closed_on', 'is', null)
    .where('therapist_id', 'is not', null)
    .groupBy('therapist_id')
    .orderBy('n', 'desc')
    .executeTakeFirstOrThrow();
  const clients = await db
    .selectFrom('episode')
    .innerJoin('attendance', 'attendance.client_id', 'episode.client_id')
    .select(['episode.client_id', ({ fn }) => fn.countAll<number>().as('n')])
    .where('therapist_id', '=', therapist_id)
    .where('closed_on', 'is', null)
    .where('attendance.status', '=', 'present')
    .groupBy('episode.client_id')
    .orderBy('n', 'desc')
    .limit(10)
    .execute();
  const email = 'therapist@study.example';
  const user_id = await createSignIn(db, { email, name: 'Therapist', password });
  await db.updateTable('staff').set({ user_id }).where('id', '=', therapist_id).execute();
  return { email, clientIds: clients.map(({ client_id }) => client_id) };
}

/** A director of every program. */
export async function aDirector(db: Database, organization_id: string): Promise<string> {
  const email = 'director@study.example';
  const user_id = await createSignIn(db, { email, name: 'Director', password });
  const { id: staff_id } = await db
    .insertInto('staff')
    .values({ organization_id, user_id, name: 'Director', role: 'director', ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const programs = await db.selectFrom('program').select('id').execute();
  await db
    .insertInto('staff_program')
    .values(programs.map(({ id }) => ({ organization_id, staff_id, program_id: id })))
    .execute();
  return email;
}
