import { sql } from 'kysely';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { Outlook } from './client-outlook.ts';

/** Puts what the rules said of these clients in the place of what was stored of them. Of whom they said nothing, nothing is kept. */
export async function storeOutlooks(
  db: Database,
  organization_id: string,
  clientIds: readonly string[],
  outlooks: ReadonlyMap<string, Outlook>,
): Promise<void> {
  const theirs = sql<boolean>`client_id = any(${clientIds}::uuid[])`;
  await db.deleteFrom('client_task').where(theirs).execute();
  await db.deleteFrom('client_good_news').where(theirs).execute();
  const all = [...outlooks];
  await insertRows(
    db,
    'client_task',
    all.flatMap(([client_id, { tasks }]) =>
      tasks.map(({ kind, tier, dueAt, snoozed, from, until }, ordinal) => ({
        organization_id,
        client_id,
        ordinal,
        kind,
        tier,
        due_at: dueAt,
        snoozed,
        from_at: from,
        until_at: until,
      })),
    ),
  );
  await insertRows(
    db,
    'client_good_news',
    all.flatMap(([client_id, { goodNews }]) =>
      goodNews.map(({ kind, from, until }, ordinal) => ({ organization_id, client_id, ordinal, kind, from_at: from, until_at: until })),
    ),
  );
}
