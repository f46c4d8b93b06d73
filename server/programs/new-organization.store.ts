import { defaultExpectationRules } from '#domain/medications/expectation-rules.ts';
import { defaultPanels } from '#domain/drug-screens/panels.ts';
import type { Database } from '#server/database/pool.ts';

/** What a clinic needs before anybody has set anything: panels to read cups with, and the map of what medications should show. */
export async function writeDefaults(db: Database, organization_id: string): Promise<void> {
  await db
    .insertInto('panel')
    .values(defaultPanels.map(({ name, specimen, analytes }) => ({ organization_id, name, specimen, analytes: [...analytes] })))
    .execute();
  await db
    .insertInto('expectation_rule')
    .values(
      defaultExpectationRules.map(({ panelId, appearsAfterDays, clearsAfterDays, ...rule }) => ({
        organization_id,
        ...rule,
        panel_id: panelId,
        appears_after_days: appearsAfterDays,
        clears_after_days: clearsAfterDays,
      })),
    )
    .execute();
}
