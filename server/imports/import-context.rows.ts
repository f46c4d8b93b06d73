import { inNameOrder } from '#server/database/in-name-order.ts';
import { dayAt, type Day, type Instant, type OpenDays, type Zone } from '#domain/calendar/calendar.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import { settingsFrom, type ProgramSettings } from '#domain/programs/settings.ts';
import { programsToImport, staffToImport, type Importer } from '#server/access/import-scope.ts';
import { rolesThatLead } from '#server/access/capabilities.ts';
import type { Database } from '#server/database/pool.ts';
import { closedForAll, openDaysFrom } from '#server/scheduling/closures.rows.ts';
import { expectationRules } from '#server/medications/medications.rows.ts';

export type Named = { readonly id: string; readonly name: string };

/** What an import works with: the transaction that sees the organization's rows alone, in whose name, the moment, and the names and rules within their reach. */
export type ImportContext = {
  readonly db: Database;
  readonly importer: Importer;
  readonly organizationId: string;
  readonly now: Instant;
  readonly today: Day;
  readonly zone: Zone;
  readonly settings: ProgramSettings;
  readonly open: OpenDays;
  readonly programs: readonly (Named & { readonly population: 'adult' | 'adolescent' })[];
  readonly sites: readonly Named[];
  readonly groups: readonly (Named & { readonly programId: string })[];
  readonly staff: readonly Named[];
  readonly panels: readonly (Named & { readonly analytes: readonly string[] })[];
  readonly rules: readonly ExpectationRule[];
  /** The import that rows belong to, which is the author of what they record; null for a command, which leaves no import behind. */
  readonly importId: string | null;
  /** Which of some keys of another system the file that is being read has itself. */
  readonly keysInFile: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
};

export async function importContextFor(db: Database, organizationId: string, now: Instant, importer: Importer): Promise<ImportContext> {
  const {
    time_zone: zone,
    settings: own,
    closed,
  } = await db
    .selectFrom('organization')
    .select(['time_zone', 'settings', closedForAll(now).as('closed')])
    .executeTakeFirstOrThrow();
  const settings = settingsFrom(own);
  return {
    db,
    importer,
    organizationId,
    now,
    today: dayAt(now, zone),
    zone,
    settings,
    open: openDaysFrom(settings, closed),
    programs: await db
      .selectFrom('program')
      .select(['id', 'name', 'population'])
      .where(programsToImport(importer))
      .orderBy(inNameOrder('name'))
      .execute(),
    sites: await db.selectFrom('site').select(['id', 'name']).execute(),
    groups: await db
      .selectFrom('care_group')
      .innerJoin('program', (join) =>
        join.onRef('program.organization_id', '=', 'care_group.organization_id').onRef('program.id', '=', 'care_group.program_id'),
      )
      .select(['care_group.id', 'care_group.name', 'care_group.program_id as programId'])
      .where(programsToImport(importer))
      .execute(),
    staff: await db
      .selectFrom('staff')
      .select(['id', 'name'])
      .where('ended_on', 'is', null)
      .where('role', 'in', rolesThatLead)
      .where(staffToImport(importer))
      .execute(),
    panels: await db.selectFrom('panel').select(['id', 'name', 'analytes']).execute(),
    rules: await expectationRules(db),
    importId: null,
    keysInFile: () => Promise.resolve(new Set()),
  };
}
