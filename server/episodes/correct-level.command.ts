import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import { refuseLevel } from './levels.guards.ts';
import { changeLevelSpan } from './levels.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Puts right a level that was entered by mistake: from its first day on it reads as corrected. */
export const correctLevel: Procedure<Contract['episodes']['correctLevel']> = async ({ clientId, spanId, level, from }, context) => {
  const { db, version, record } = context;
  await lockClients(context, [clientId]);
  const span = found(
    await db.selectFrom('level_span').selectAll().where('id', '=', spanId).where('client_id', '=', clientId).executeTakeFirst(),
  );
  refuseStale(span, version, `${span.level} from ${dayWithYear(span.from_on)}`);
  const episode = await db
    .selectFrom('episode')
    .select(['id', 'opened_on', 'closed_on'])
    .where('id', '=', span.episode_id)
    .executeTakeFirstOrThrow();
  await refuseLevel(context, episode, { id: spanId, level, from });
  await changeLevelSpan(context, spanId, { level, from });
  await record.changed('episodes', [clientId]);
  return {};
};
