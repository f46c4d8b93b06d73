import { inNameOrder } from '#server/database/in-name-order.ts';
import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { rolesOfClinicians, speaksForColleagues } from '#server/access/capabilities.ts';
import { colleaguesOf } from '#server/access/colleagues.ts';
import { caseloadOf } from '#server/caseload/caseload.rows.ts';
import { coverageRows } from './coverage.rows.ts';
import { shownName } from '#server/clients/client-names.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

type Row = Awaited<ReturnType<ReturnType<typeof coverageRows>['execute']>>[number];

/** Who is away and who covers. A therapist sees what they are part of; a director what is about anybody of their programs. */
export const list: Procedure<Contract['coverage']['list']> = async (_, context) => {
  const { db, actor, now, zone, record } = context;
  const today = dayAt(now, zone);
  const forAll = speaksForColleagues(actor);
  const clients = await record.seen(caseloadOf(db, actor, forAll ? 'team' : 'own'));
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', rolesOfClinicians)
    .where('ended_on', 'is', null)
    .where(colleaguesOf(actor.staffId))
    .orderBy(inNameOrder('name'))
    .execute();
  const colleagues = await db.selectFrom('staff').select('id').where(colleaguesOf(actor.staffId)).execute();
  const reached = new Set(colleagues.map(({ id }) => id));
  const all = await coverageRows(db)
    .$if(!forAll, (query) =>
      query.where((eb) => eb.or([eb('coverage.away_id', '=', actor.staffId), eb('coverage.covered_by', '=', actor.staffId)])),
    )
    .orderBy('coverage.from_on')
    .orderBy(inNameOrder('away.name'))
    .execute();
  const rows = forAll ? all.filter(({ away_id, covered_by }) => reached.has(away_id) || reached.has(covered_by)) : all;
  const shown = (row: Row) => ({
    id: row.id,
    version: row.version,
    away: { id: row.away_id, name: row.away },
    by: { id: row.covered_by, name: row.cover },
    from: row.from_on,
    to: row.to_on,
    note: row.note,
    clients: Number(row.clients),
    mine: row.away_id === actor.staffId || (forAll && reached.has(row.away_id)),
  });
  const named = new Map(clients.map((client) => [client.therapist_id, client.therapist]));
  return {
    today,
    onlyFor: forAll ? null : actor.staffId,
    rows: rows.filter(({ to_on }) => to_on >= today).map(shown),
    past: rows
      .filter(({ to_on }) => to_on < today)
      .toReversed()
      .slice(0, 20)
      .map(shown),
    staff,
    caseloads: [...Map.groupBy(clients, (client) => client.therapist_id)]
      .map(([id, own]) => ({
        therapist: id === null ? null : { id, name: named.get(id) ?? '' },
        clients: own
          .toSorted((a, b) => a.last_name.localeCompare(b.last_name))
          .map((client) => ({
            clientId: client.client_id,
            name: shownName(client),
            group: client.group_name,
            chartNumber: client.chart_number,
          })),
      }))
      .toSorted((a, b) => (a.therapist?.name ?? '').localeCompare(b.therapist?.name ?? '')),
  };
};
