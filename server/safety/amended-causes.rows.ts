import { sql } from 'kysely';
import type { AmendedScreen } from '#domain/safety/amended-screen.ts';
import type { Database } from '#server/database/pool.ts';

type Row = {
  readonly first_id: string;
  readonly same_client: boolean;
  readonly findings: AmendedScreen['findings'];
  readonly breath_alcohol: number | null;
};

/** What stands now in the place of each of these screens, by way of its amendments; nothing for one that was not amended. */
export async function amendedCauses(db: Database, screenIds: readonly string[]): Promise<ReadonlyMap<string, AmendedScreen>> {
  if (screenIds.length === 0) return new Map();
  const { rows } = await sql<Row>`with recursive version as (
      select id as first_id, client_id as first_client, organization_id, id, client_id, 0 as step from screen where id = any(${[...screenIds]}::uuid[])
      union all
      select version.first_id, version.first_client, later.organization_id, later.id, later.client_id, version.step + 1
        from version join screen later on later.organization_id = version.organization_id and later.amends_id = version.id
    )
    select distinct on (version.first_id) version.first_id, version.client_id = version.first_client as same_client, reading.findings,
      (select result.value from analyte_result result where result.organization_id = version.organization_id and result.screen_id = version.id
        and result.value is not null limit 1) as breath_alcohol
    from version left join screen_reading reading on reading.organization_id = version.organization_id and reading.screen_id = version.id
    where version.step > 0
    order by version.first_id, version.step desc`.execute(db);
  return new Map(
    rows.map((row) => [
      row.first_id,
      {
        ofAnother: !row.same_client,
        findings: row.findings,
        breathAlcohol: row.breath_alcohol === null ? null : Number(row.breath_alcohol),
      },
    ]),
  );
}
