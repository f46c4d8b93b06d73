import type { ExpectationRule } from '#domain/medications/expectation.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

const rowOf = (organization_id: string, rule: ExpectationRule) => ({
  organization_id,
  medication: rule.medication,
  analyte: rule.analyte,
  specimen: rule.specimen,
  panel_id: rule.panelId,
  expectation: rule.expectation,
  appears_after_days: rule.appearsAfterDays,
  clears_after_days: rule.clearsAfterDays,
});

type MapEdit = {
  readonly medication: string;
  readonly became: readonly ExpectationRule[];
  readonly because: string | null;
  readonly version: number;
};

/** All rows of one medication in place of those before, which are kept with the edit. */
export async function replaceRules(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { medication, became, because, version }: MapEdit,
): Promise<void> {
  const was = await db.deleteFrom('expectation_rule').where('medication', '=', medication).returningAll().execute();
  if (became.length > 0)
    await db
      .insertInto('expectation_rule')
      .values(became.map((rule) => rowOf(actor.organizationId, rule)))
      .execute();
  await db
    .insertInto('expectation_edit')
    .values({
      organization_id: actor.organizationId,
      version,
      medication,
      was: JSON.stringify(was),
      became: JSON.stringify(became),
      because,
      by: actor.staffId,
    })
    .execute();
}
