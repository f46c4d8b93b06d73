import type { NamedKind, Problem } from '#domain/imports/problems.ts';
import { dayAt, type Day, type Instant, type OpenDays, type Zone } from '#domain/calendar/calendar.ts';
import type { ExpectationRule } from '#domain/medications/expectation.ts';
import { settingsFrom, openDaysOf, type ProgramSettings } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';
import { expectationRules } from '#server/medications/medications.rows.ts';

type Named = { readonly id: string; readonly name: string };

/** What an import works with: the transaction behind the organization's wall, the moment, and the organization's own names and rules. */
export type ImportContext = {
  readonly db: Database;
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
};

export async function importContextFor(db: Database, organizationId: string, now: Instant): Promise<ImportContext> {
  const { time_zone: zone, settings: own } = await db
    .selectFrom('organization')
    .select(['time_zone', 'settings'])
    .executeTakeFirstOrThrow();
  const settings = settingsFrom(own);
  return {
    db,
    organizationId,
    now,
    today: dayAt(now, zone),
    zone,
    settings,
    open: openDaysOf(settings, []),
    programs: await db.selectFrom('program').select(['id', 'name', 'population']).orderBy('name').execute(),
    sites: await db.selectFrom('site').select(['id', 'name']).execute(),
    groups: await db.selectFrom('care_group').select(['id', 'name', 'program_id as programId']).execute(),
    staff: await db.selectFrom('staff').select(['id', 'name']).where('ended_on', 'is', null).execute(),
    panels: await db.selectFrom('panel').select(['id', 'name', 'analytes']).execute(),
    rules: await expectationRules(db),
  };
}

/** The one thing of that name, null where none is given, or what is wrong with the name. Capitals don't matter. */
export function named<T extends Named>(things: readonly T[], name: string | null, kind: NamedKind): T | Problem | null {
  if (name === null) return null;
  // Other systems write people the other way round: 'Ortiz, Ruth'.
  const [last, first] = name.split(',').map((part) => part.trim());
  const names = [name.toLowerCase(), ...(first === undefined ? [] : [`${first} ${last}`.toLowerCase()])];
  const found = things.filter((thing) => names.includes(thing.name.toLowerCase()));
  if (found.length > 1) return { code: 'ambiguous-name', kind };
  return found[0] ?? { code: 'unknown-name', kind };
}

/** The program that a row names, or the only one there is. */
export function programOf({ programs }: ImportContext, name: string | null): ImportContext['programs'][number] | Problem {
  const [only, another] = programs;
  if (name === null && only !== undefined && another === undefined) return only;
  return named(programs, name, 'program') ?? { code: 'program-needed', names: programs.map((program) => program.name) };
}

export const isProblem = (found: object | null): found is Problem => found !== null && 'code' in found;
