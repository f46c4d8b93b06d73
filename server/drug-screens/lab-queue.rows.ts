import { expressionBuilder, sql } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Result } from '#domain/drug-screens/interpret.ts';
import { undecidedResults } from '#domain/drug-screens/lab-results.ts';
import { isClientOf } from '#server/access/client-scope.ts';
import type { Tables } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

export const specimensAPage = 100;

type WaitingRow = {
  readonly id: string;
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly born_on: Day | null;
  readonly chart_number: string;
  readonly collected_on: Day;
  readonly panel: string | null;
  readonly sent: boolean;
  readonly analytes: readonly { readonly analyte: string; readonly result: Result }[];
};

type Wanted = { readonly unsent: boolean; readonly keptFrom: Day; readonly after: string | null };

/**
 * Specimens of the actor's clients that wait for a laboratory, the longest first, and one more than a page. Sent are those that hold something nobody has read,
 * and those since `keptFrom` whose positives a clinician sends to be confirmed. With `unsent` every other one since that day that a laboratory can decide something of.
 */
export const waitingSpecimens = ({ db, actor }: Pick<Context, 'db' | 'actor'>, { unsent, keptFrom, after }: Wanted) => {
  const one = sql`result.organization_id = screen.organization_id and result.screen_id = screen.id`;
  const ordered = sql`exists (select from adjustment_result tie join adjustment on adjustment.organization_id = tie.organization_id and adjustment.id = tie.adjustment_id
      where tie.organization_id = screen.organization_id and tie.screen_id = screen.id and (adjustment.checked = 'send-to-lab'
        or exists (select from adjustment_change change where change.organization_id = adjustment.organization_id
          and change.adjustment_id = adjustment.id and change.line = 'confirm')))`;
  return db
    .selectFrom(
      sql<WaitingRow>`(
      with undecided as (
        select screen.*, bool_or(result.result = 'pending') as unread, bool_or(result.result = 'presumptive-positive') as presumptive from screen
          join analyte_result result on ${one} and result.result = any(${undecidedResults}::text[])
        where screen.organization_id = ${actor.organizationId}::uuid and screen.outcome = 'collected' and screen.specimen <> 'breath-alcohol'
          and not exists (select from screen later where later.organization_id = screen.organization_id and later.amends_id = screen.id)
        group by screen.organization_id, screen.id),
      waiting as (select screen.*, screen.unread or (screen.presumptive and screen.collected_on >= ${keptFrom}::date and ${ordered}) as sent from undecided screen)
      select screen.id, screen.client_id, client.first_name, client.last_name, client.preferred_name, client.born_on, client.chart_number,
        screen.collected_on, panel.name as panel, screen.sent,
        (select json_agg(json_build_object('analyte', result.analyte, 'result', result.result) order by array_position(panel.analytes, result.analyte), result.analyte)
          from analyte_result result where ${one}) as analytes
      from waiting screen join client on client.organization_id = screen.organization_id and client.id = screen.client_id
        left join panel on panel.organization_id = screen.organization_id and panel.id = screen.panel_id
      where (screen.sent or (${unsent}::boolean and screen.collected_on >= ${keptFrom}::date)) and ${isClientOf(actor)(expressionBuilder<Tables, 'client'>())}
        and (${after}::uuid is null or (screen.collected_on, screen.id) > (select past.collected_on, past.id from screen past
          where past.organization_id = ${actor.organizationId}::uuid and past.id = ${after}::uuid))
      order by screen.collected_on, screen.id limit ${specimensAPage + 1})`.as('specimen'),
    )
    .selectAll()
    .orderBy('collected_on')
    .orderBy('id');
};
