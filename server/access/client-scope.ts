import { sql, type ExpressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { seesClients } from './capabilities.ts';

/**
 * Clients whom an actor may open: of the programs that they work in, and, for a therapist, of their own caseload wherever it is. Covering somebody
 * reaches no further: whoever covers works in the programs of those clients.
 * Before there is an episode, those of the program that wrote the chart. An administrator opens none. Said in SQL, so that a child record is loaded through its client in the statement itself.
 */
export function clientsOf(actor: Actor) {
  return (eb: ExpressionBuilder<Tables, 'client'>): Expression<SqlBool> => {
    if (!seesClients(actor)) return sql<boolean>`false`;
    const own = eb
      .selectFrom('staff_program')
      .select('staff_program.program_id')
      .where('staff_program.organization_id', '=', actor.organizationId)
      .where('staff_program.staff_id', '=', actor.staffId);
    const inCare = eb
      .selectFrom('episode as scope')
      .select('scope.client_id as id')
      .where('scope.organization_id', '=', actor.organizationId)
      .where((on) => on.or([on('scope.therapist_id', '=', actor.staffId), on('scope.program_id', 'in', own)]));
    // Somebody who has no episode yet is known to the program that wrote the chart.
    const fresh = eb
      .selectFrom('client as fresh')
      .select('fresh.id')
      .where('fresh.organization_id', '=', actor.organizationId)
      .where('fresh.intake_program_id', 'in', own)
      .where('fresh.superseded_by', 'is', null)
      .where((on) =>
        on.not(
          on.exists(
            on
              .selectFrom('episode as any_episode')
              .select('any_episode.id')
              .whereRef('any_episode.organization_id', '=', 'fresh.organization_id')
              .whereRef('any_episode.client_id', '=', 'fresh.id'),
          ),
        ),
      );
    // A list of ids, not a question for each client: ten thousand of them are then one join.
    return eb.and([eb('client.organization_id', '=', actor.organizationId), eb('client.id', 'in', inCare.unionAll(fresh))]);
  };
}
