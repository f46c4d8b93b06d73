import { sql, type ExpressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { seesClients } from './capabilities.ts';

type OfClient = ExpressionBuilder<Tables, 'client'>;

/**
 * Clients whom an actor may open: of the programs that they work in, and, for a therapist, of their own caseload wherever it is. Covering somebody
 * reaches no further: whoever covers works in the programs of those clients.
 * Before there is an episode, those of the program that wrote the chart. An administrator opens none. Said in SQL, so that a child record is loaded through its client in the statement itself.
 */
export function clientsOf(actor: Actor) {
  return (eb: OfClient): Expression<SqlBool> => {
    if (!seesClients(actor)) return sql<boolean>`false`;
    const inCare = episodesOpenTo(actor)(eb).select('scope.client_id as id');
    // Somebody who has no episode yet is known to the program that wrote the chart.
    const fresh = eb
      .selectFrom('client as fresh')
      .select('fresh.id')
      .where('fresh.organization_id', '=', actor.organizationId)
      .where('fresh.intake_program_id', 'in', programsOf(actor)(eb))
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

/** The same, asked of one client after the other: a page of a long list stops once it is full, and looks at nobody behind it. */
export function isClientOf(actor: Actor) {
  return (eb: OfClient): Expression<SqlBool> => {
    if (!seesClients(actor)) return sql<boolean>`false`;
    const inCare = episodesOpenTo(actor)(eb)
      .select(sql<boolean>`true`.as('opens'))
      .whereRef('scope.client_id', '=', 'client.id')
      .limit(1);
    const begun = eb
      .selectFrom('episode as any_episode')
      .select(sql<boolean>`true`.as('begun'))
      .where('any_episode.organization_id', '=', actor.organizationId)
      .whereRef('any_episode.client_id', '=', 'client.id')
      .limit(1);
    const fresh = eb.and([
      eb('client.superseded_by', 'is', null),
      eb('client.intake_program_id', 'in', programsOf(actor)(eb)),
      sql<boolean>`(${begun}) is null`,
    ]);
    // PostgreSQL would answer `exists` for everybody first; a value is looked up for each.
    return eb.and([eb('client.organization_id', '=', actor.organizationId), sql<boolean>`coalesce((${inCare}), ${fresh}, false)`]);
  };
}

/** The same for a count of everybody: the ids are gathered once, and each client is held against them. */
export function isAmongClientsOf(actor: Actor) {
  return (eb: OfClient): Expression<SqlBool> => {
    if (!seesClients(actor)) return sql<boolean>`false`;
    const begun = eb
      .selectFrom('episode as any_episode')
      .select('any_episode.client_id')
      .where('any_episode.organization_id', '=', actor.organizationId);
    const fresh = eb.and([
      eb('client.superseded_by', 'is', null),
      eb('client.intake_program_id', 'in', programsOf(actor)(eb)),
      eb('client.id', 'not in', begun),
    ]);
    return eb.and([
      eb('client.organization_id', '=', actor.organizationId),
      eb.or([eb('client.id', 'in', episodesOpenTo(actor)(eb).select('scope.client_id as id')), fresh]),
    ]);
  };
}

const programsOf = (actor: Actor) => (eb: OfClient) =>
  eb
    .selectFrom('staff_program')
    .select('staff_program.program_id')
    .where('staff_program.organization_id', '=', actor.organizationId)
    .where('staff_program.staff_id', '=', actor.staffId);

/** Episodes through which an actor opens their clients. */
const episodesOpenTo = (actor: Actor) => (eb: OfClient) =>
  eb
    .selectFrom('episode as scope')
    .where('scope.organization_id', '=', actor.organizationId)
    .where((on) => on.or([on('scope.therapist_id', '=', actor.staffId), on('scope.program_id', 'in', programsOf(actor)(eb))]));
