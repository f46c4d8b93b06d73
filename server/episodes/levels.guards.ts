import { dayAt, type Day } from '#domain/calendar/calendar.ts';
import { levelProblemMessage } from '#domain/episodes/spans-words.ts';
import { levelProblem, type LevelStart } from '#domain/episodes/spans.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';

type Episode = { readonly id: string; readonly opened_on: Day; readonly closed_on: Day | null };

/** Refuses a first day to come, one outside the episode, and a level that is no change. */
export async function refuseLevel({ db, now, zone }: Context, episode: Episode, wanted: LevelStart): Promise<void> {
  if (wanted.from > dayAt(now, zone)) throw refuseField('from', 'That day is still to come. Record a change of level on the day itself.');
  const rows = await db.selectFrom('level_span').select(['id', 'level', 'from_on']).where('episode_id', '=', episode.id).execute();
  const starts = rows.map((row) => ({ id: row.id, level: row.level, from: row.from_on }));
  const problem = levelProblem(starts, wanted, { openedOn: episode.opened_on, closedOn: episode.closed_on });
  if (problem !== null) throw refuseField(problem.kind === 'no-change' ? 'level' : 'from', levelProblemMessage(problem));
}
