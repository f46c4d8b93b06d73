import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseNameTaken } from './locations.guards.ts';
import type { Actor, ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

type Table = 'program' | 'site';

export const locations: ProceduresOf<Contract['locations']> = {
  list: async (_, { db, now, zone }) => {
    const today = dayAt(now, zone);
    const groupsIn = (column: 'program_id' | 'site_id') =>
      db
        .selectFrom('care_group')
        .select((eb) => [column, eb.fn.countAll<number>().as('groups')])
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', today)]))
        .groupBy(column)
        .execute();
    const [inProgram, inSite] = [await groupsIn('program_id'), await groupsIn('site_id')];
    const programs = await db.selectFrom('program').select(['id', 'name', 'population', 'version']).orderBy('name').execute();
    const sites = await db.selectFrom('site').select(['id', 'name', 'version']).orderBy('name').execute();
    const leaders = await db
      .selectFrom('staff')
      .select(['id', 'name'])
      .where('ended_on', 'is', null)
      .where('role', '<>', 'administrator')
      .orderBy('name')
      .execute();
    return {
      programs: programs.map((one) => ({ ...one, groups: inProgram.find(({ program_id }) => program_id === one.id)?.groups ?? 0 })),
      sites: sites.map((one) => ({ ...one, groups: inSite.find(({ site_id }) => site_id === one.id)?.groups ?? 0 })),
      leaders,
    };
  },

  addProgram: async ({ name, population }, { db, actor, record }) => {
    await refuseNameTaken(db, 'program', { id: null, name });
    const made = await db
      .insertInto('program')
      .values({ organization_id: actor.organizationId, name, population })
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow();
    await joinProgram(db, actor, made.id);
    await record.changed('locations', []);
    return made;
  },

  editProgram: async ({ programId, name, population }, { db, version, record }) => {
    await refuseStale(db, 'program', programId, version);
    await refuseNameTaken(db, 'program', { id: programId, name });
    const kept = await db
      .updateTable('program')
      .set((eb) => ({ name, population, version: eb('version', '+', 1) }))
      .where('id', '=', programId)
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow();
    await record.changed('locations', []);
    return kept;
  },

  addSite: async ({ name }, { db, actor, zone, record }) => {
    await refuseNameTaken(db, 'site', { id: null, name });
    const made = await db
      .insertInto('site')
      .values({ organization_id: actor.organizationId, name, time_zone: zone })
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow();
    await record.changed('locations', []);
    return made;
  },

  editSite: async ({ siteId, name }, { db, version, record }) => {
    await refuseStale(db, 'site', siteId, version);
    await refuseNameTaken(db, 'site', { id: siteId, name });
    const kept = await db
      .updateTable('site')
      .set((eb) => ({ name, version: eb('version', '+', 1) }))
      .where('id', '=', siteId)
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow();
    await record.changed('locations', []);
    return kept;
  },
};

/** Whoever makes a program, and the directors, work in it from the start; others are added where people are managed. */
async function joinProgram(db: Database, actor: Actor, programId: string): Promise<void> {
  const joining = await db
    .selectFrom('staff')
    .select('id')
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('id', '=', actor.staffId), eb('role', '=', 'director')]))
    .execute();
  await db
    .insertInto('staff_program')
    .values(joining.map(({ id }) => ({ organization_id: actor.organizationId, staff_id: id, program_id: programId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function refuseStale(db: Database, table: Table, id: string, version: number | null): Promise<void> {
  const known = await db.selectFrom(table).select('version').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (known === undefined) throw new Refusal('not-found');
  if (known.version !== version) throw new Refusal('stale');
}
