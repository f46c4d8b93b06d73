import { randomUUID } from 'node:crypto';
import type { ChartsCompared } from '#contract/clients-merge.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Actor } from '#server/access/actor.ts';
import { sql } from 'kysely';
import { seen } from './adjustments.ts';
import type { World } from './world.ts';

type Wanted = {
  readonly choices?: object;
  readonly take?: readonly string[];
  readonly version?: number;
  readonly otherVersion?: number;
  readonly key?: string;
};

/** Folds one chart into another, over the server. */
export function mergeCharts(world: World, surviving: string, merged: string, wanted: Wanted = {}, who: Role | Actor = 'therapist') {
  const { choices = {}, take = [], version = 1, otherVersion = 1, key = randomUUID() } = wanted;
  const body = { otherId: merged, otherVersion, why: 'The same person: birth date and story agree.', take, choices };
  return world.as(who).post(`/clients/${surviving}/merges`, body, { ...seen(version), 'idempotency-key': key });
}

export async function comparedCharts(world: World, surviving: string, merged: string): Promise<ChartsCompared> {
  return (await (await world.as('therapist').get(`/clients/${surviving}/merges/${merged}`)).json()) as ChartsCompared;
}

/** How many rows of each table name the client. */
export async function rowsOf({ db }: Pick<World, 'db'>, clientId: string): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql<{ name: string }>`select name from client_tables()`.execute(db);
  const counts: [string, number][] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.table(name)} where client_id = ${clientId}`.execute(db);
    const many = rows[0]?.many ?? 0;
    if (many > 0) counts.push([name, many]);
  }
  return Object.fromEntries(counts);
}
