import { sql } from 'kysely';
import type { Hono } from 'hono';
import type { Database } from './database/pool.ts';

/** Whether the process lives, and whether it can answer: for a load balancer or a watchdog. */
export function health(app: Hono, db: Database): void {
  app.get('/api/livez', (context) => context.json({ alive: true }));
  app.get('/api/readyz', async (context) => {
    try {
      await sql`select 1`.execute(db);
      return context.json({ ready: true });
    } catch {
      return context.json({ ready: false }, 503, { 'Retry-After': '5' });
    }
  });
}
