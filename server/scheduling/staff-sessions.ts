import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { plansEverySession } from '#server/access/capabilities.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';

/** Sessions of the programs that a member of staff works in, and those that they lead, once or always. An administrator plans all of them. */
export function sessionsOfStaff(actor: Actor) {
  return (eb: ExpressionBuilder<Tables, 'session'>): Expression<SqlBool> => {
    if (plansEverySession(actor)) return sql<boolean>`true`;
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
