import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { closureOn } from '#domain/scheduling/meetings.ts';
import { closuresBetween } from './closures.rows.ts';
import { cancelFor, refuseWrongSpan, touchedBy } from './closure-sessions.store.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

export const closures: ProceduresOf<Contract['closures']> = {
  list: async (_, { db, now, zone }) => {
    const rows = await db
      .selectFrom('closure')
      .leftJoin('program', (join) =>
        join.onRef('program.organization_id', '=', 'closure.organization_id').onRef('program.id', '=', 'closure.program_id'),
      )
      .leftJoin('site', (join) =>
        join.onRef('site.organization_id', '=', 'closure.organization_id').onRef('site.id', '=', 'closure.site_id'),
      )
      .selectAll('closure')
      .select(['program.name as program_name', 'site.name as site_name'])
      .select((eb) =>
        eb
          .selectFrom('session')
          .select((of) => of.fn.countAll<number>().as('sessions'))
          .whereRef('session.organization_id', '=', 'closure.organization_id')
          .whereRef('session.closure_id', '=', 'closure.id')
          .as('sessions'),
      )
      .orderBy('closure.from_on', 'desc')
      .orderBy('closure.id')
      .execute();
    const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
    return {
      asOf: now,
      today: dayAt(now, zone),
      closures: rows.map((row) => ({
        id: row.id,
        from: row.from_on,
        to: row.to_on,
        kind: row.kind,
        label: row.label,
        program: named(row.program_id, row.program_name),
        site: named(row.site_id, row.site_name),
        sessions: row.sessions ?? 0,
      })),
    };
  },

  preview: async ({ fromOn, toOn, programId, siteId }, { db }) => {
    const span = { fromOn, toOn, programId: programId ?? null, siteId: siteId ?? null };
    await refuseWrongSpan(db, span);
    const { sessions, people, left } = await touchedBy(db, span);
    return { sessions: sessions.length, people: people.length, left };
  },

  add: async ({ fromOn, toOn, programId, siteId, kind, label }, { db, actor, record }) => {
    const span = { fromOn, toOn, programId, siteId };
    await refuseWrongSpan(db, span);
    // Sessions that are being made at this moment are waited for, so that none of them stays open on a closed day.
    await db.selectFrom('care_group').select('id').orderBy('id').forNoKeyUpdate().execute();
    const { id } = await db
      .insertInto('closure')
      .values({ organization_id: actor.organizationId, program_id: programId, site_id: siteId, from_on: fromOn, to_on: toOn, kind, label })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { sessions, people, left } = await touchedBy(db, span);
    await cancelFor(db, { id, label }, sessions);
    await record.changed('closures', people);
    return { id, sessions: sessions.length, people: people.length, left };
  },

  remove: async ({ closureId }, { db, record }) => {
    await db.selectFrom('care_group').select('id').orderBy('id').forNoKeyUpdate().execute();
    const closure = await db.selectFrom('closure').selectAll().where('id', '=', closureId).executeTakeFirst();
    if (closure === undefined) throw new Refusal('not-found');
    const sessions = await db
      .selectFrom('session')
      .select(['id', 'session_on', 'program_id', 'site_id'])
      .where('closure_id', '=', closureId)
      .execute();
    const others = (await closuresBetween(db, closure.from_on, closure.to_on)).filter(({ id }) => id !== closureId);
    const held: string[] = [];
    for (const { id, session_on, program_id, site_id } of sessions) {
      const other = closureOn(session_on, { programId: program_id, siteId: site_id }, others);
      await cancelFor(db, other, [id]);
      if (other === null) held.push(id);
    }
    await db.deleteFrom('closure').where('id', '=', closureId).execute();
    const people =
      held.length === 0 ? [] : await db.selectFrom('attendance').select('client_id').distinct().where('session_id', 'in', held).execute();
    await record.changed(
      'closures',
      people.map(({ client_id }) => client_id),
    );
    return { sessions: held.length, people: people.length };
  },
};
