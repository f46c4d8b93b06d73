import type { Change } from '#domain/imports/imports.ts';
import { randomUUID } from 'node:crypto';
import type { ClientRow } from '../csv/clients.ts';
import type { ImportContext } from '../import-context.rows.ts';
import type { Level } from './known-clients.rows.ts';

/** The level of care of a new episode, from its first day; null where the row names none. */
export function newLevel(importContext: ImportContext, { level, openedOn }: ClientRow, clientId: string, episodeId: string): Level | null {
  if (level === null) return null;
  return {
    organization_id: importContext.organizationId,
    id: randomUUID(),
    client_id: clientId,
    episode_id: episodeId,
    level,
    from_on: openedOn,
  };
}

type Stored = { readonly id: string; readonly client_id: string };

/** A level that a later census gives otherwise: a new span inside the episode, from the day of the import on. */
export function levelChange(
  importContext: ImportContext,
  { level: to, openedOn, closedOn }: ClientRow,
  episode: Stored,
  levels: readonly Level[],
): readonly Change[] {
  const own = levels.filter(({ episode_id }) => episode_id === episode.id);
  const now = own.findLast(({ from_on }) => from_on <= importContext.today);
  const from = now?.level ?? null;
  if (to === null || to === from || closedOn !== null) return [];
  const from_on = now === undefined ? openedOn : importContext.today;
  const same = own.find((one) => one.from_on === from_on);
  const id = same?.id ?? randomUUID();
  const target = { table: 'level_span' as const, id, clientId: episode.client_id, field: 'level', column: 'level', setByHand: false };
  const change = { ...target, from, to, fromOn: from_on };
  if (same !== undefined) return [change];
  const span = {
    organization_id: importContext.organizationId,
    id,
    client_id: episode.client_id,
    episode_id: episode.id,
    level: to,
    from_on,
    version: 1,
  };
  return [{ ...change, insert: span }];
}
