import { sql } from 'kysely';
import type { Hono } from 'hono';
import type { Database } from '#server/database/pool.ts';

const longestWait = 1_500;

/** Whether the process lives, and whether it can answer: for a load balancer or a watchdog. */
export function health(app: Hono, db: Database): void {
  app.get('/api/livez', (context) => context.json({ alive: true }));
  app.get('/api/readyz', async (context) => {
    try {
      await Promise.race([sql`select 1`.execute(db), timeout()]);
      return context.json({ ready: true });
    } catch {
      return context.json({ ready: false }, 503, { 'Retry-After': '5' });
    }
  });
}

/** A database that takes the question and never answers is not ready either. */
const timeout = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the database is silent')), longestWait).unref();
  });
