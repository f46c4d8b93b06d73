import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { Actor, Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** Sessions of the programs that a member of staff works in, and those that they lead, once or always. An administrator plans all of them. */
export function sessionsOfStaff(actor: Actor) {
  return (eb: ExpressionBuilder<Tables, 'session'>): Expression<SqlBool> => {
    if (actor.role === 'administrator') return sql<boolean>`true`;
    return eb.or([
      eb('session.leader_id', '=', actor.staffId),
      eb('session.substitute_id', '=', actor.staffId),
      eb(
        'session.program_id',
        'in',
        eb.selectFrom('staff_program').select('staff_program.program_id').where('staff_program.staff_id', '=', actor.staffId),
      ),
    ]);
  };
}

/** One session, or the refusal that a foreign and an unknown id share. */
export async function sessionFor({ db, actor }: Pick<Context, 'db' | 'actor'>, sessionId: string) {
  const session = await db
    .selectFrom('session')
    .leftJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'session.organization_id').onRef('care_group.id', '=', 'session.group_id'),
    )
    .select([
      'session.id',
      'session.title',
      'session.session_on',
      'session.starts_at',
      'session.ends_at',
      'session.times_known',
      'session.cancelled_because',
      'care_group.name as group_name',
    ])
    .where('session.id', '=', sessionId)
    .where(sessionsOfStaff(actor))
    .executeTakeFirst();
  if (session === undefined) throw new Refusal('session-unknown');
  return session;
}

export type FoundSession = Awaited<ReturnType<typeof sessionFor>>;
