import { sql, type RawBuilder } from 'kysely';

/** Whether something may still wait for an answer to a client, whatever became of their care: the rules of tasks say whether it does. */
export const mayWaitForAnswers = (client: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(client)} in (select client_id from safety_concern where closed_at is null
    union all select client_id from result_correction where shared_at is null
    union all select adjustment.client_id from adjustment_result result
      join adjustment on adjustment.organization_id = result.organization_id and adjustment.id = result.adjustment_id
      where result.after_signature and not exists (select from result_contact contact where contact.organization_id = result.organization_id
        and contact.adjustment_id = result.adjustment_id and contact.at >= result.attached_at)
    union all select client_id from adjustment where signed_at is null and explained_at is null and outcome_at is null and amended_at is null)`;

/** Whether an episode is one of a caseload: it is open, or it is the last of somebody to whom something may still be owed. */
export const isOnCaseload: RawBuilder<boolean> = sql<boolean>`(episode.closed_on is null or (${mayWaitForAnswers('episode.client_id')}
  and not exists (select from episode other where other.organization_id = episode.organization_id and other.client_id = episode.client_id
    and (other.closed_on is null or (other.opened_on, other.id) > (episode.opened_on, episode.id)))))`;
