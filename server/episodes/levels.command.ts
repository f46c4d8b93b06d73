import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { levelProblemMessage } from '#domain/episodes/spans-words.ts';
import { levelProblem, type LevelStart } from '#domain/episodes/spans.ts';
import { openEpisode } from './episodes.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type Episode = { readonly id: string; readonly opened_on: Day; readonly closed_on: Day | null };

/** A change of level is a new span inside the same episode. The level before it ends the day before. */
export const changeLevel: Procedure<Contract['episodes']['changeLevel']> = async ({ clientId, level, from }, context) => {
  const { db, actor, record } = context;
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  await refuseSpan(context, episode, { id: 'new', level, from });
  const { id } = await db
    .insertInto('level_span')
    .values({ organization_id: actor.organizationId, client_id: clientId, episode_id: episode.id, level, from_on: from })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record.changed('episodes', [clientId]);
  return { id };
};

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
  await refuseSpan(context, episode, { id: spanId, level, from });
  await db
    .updateTable('level_span')
    .set((eb) => ({ level, from_on: from, version: eb('version', '+', 1) }))
    .where('id', '=', spanId)
    .execute();
  await record.changed('episodes', [clientId]);
  return {};
};

async function refuseSpan({ db, now, zone }: Context, episode: Episode, wanted: LevelStart): Promise<void> {
  if (wanted.from > dayAt(now, zone)) throw refuseField('from', 'That day is still to come. Record a change of level on the day itself.');
  const rows = await db.selectFrom('level_span').select(['id', 'level', 'from_on']).where('episode_id', '=', episode.id).execute();
  const starts = rows.map((row) => ({ id: row.id, level: row.level, from: row.from_on }));
  const problem = levelProblem(starts, wanted, { openedOn: episode.opened_on, closedOn: episode.closed_on });
  if (problem !== null) throw refuseField(problem.kind === 'no-change' ? 'level' : 'from', levelProblemMessage(problem));
}
