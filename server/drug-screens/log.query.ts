import { shortNameByLast } from '#server/clients/client-names.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { sessionFor, type FoundSession } from '#server/scheduling/sessions.guards.ts';
import type { Contract } from '#contract/index.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { breathIn, summaryOf } from './log-breath.rows.ts';
import { entriesIn, recordedOf } from './log-entries.rows.ts';
import { slotsInLog } from './log-slots.rows.ts';
import { observersOn } from './observers.rows.ts';
import { panelsWithLots } from './panels.rows.ts';

/** The session's log for whoever reads the cups: who is due, and what was entered. What it means is asked nowhere in here. */
export const cupLog: Procedure<Contract['drugScreens']['cupLog']> = async ({ sessionId }, context) => {
  const { now, zone, actor, settings } = context;
  const session = await sessionFor(context, sessionId);
  const today = dayAt(now, zone);
  const opened = session.session_on <= today;
  const opensAt = collectionOpensAt(
    { on: session.session_on, startsAt: session.starts_at, timesKnown: session.times_known },
    settings.screening,
    zone,
  );
  const clients = opened ? await clientsInLog(context, session) : [];
  const panels = await panelsWithLots(
    context.db,
    clients.map((client) => client.client_id),
    { from: addDays(session.session_on, -14), on: session.session_on },
  );
  const devices = panels.filter(({ specimen }) => specimen === 'breath-alcohol').map(({ id, name }) => ({ id, name }));
  return {
    session: {
      id: session.id,
      title: session.title,
      groupName: session.group_name,
      on: session.session_on,
      startsAt: session.starts_at,
      endsAt: session.ends_at,
      timesKnown: session.times_known,
      cancelledBecause: session.cancelled_because,
      collectionOpensAt: opensAt,
    },
    asOf: now,
    today,
    zone,
    reader: { id: actor.staffId, name: actor.name },
    opened,
    panels: panels.filter(({ specimen }) => specimen !== 'breath-alcohol'),
    observers: opened && settings.observedCollections ? await observersOn(context, session.session_on) : null,
    breath: devices.length === 0 ? null : { devices, limit: settings.breathAlcoholLimit },
    breathReadings: clients.flatMap((client) => client.breath.map((reading) => summaryOf(reading, client, actor.staffId))),
    rows: clients.flatMap((client) => rowsOf(client, actor.staffId)),
  };
};

type InLog = Awaited<ReturnType<typeof clientsInLog>>[number];

/** Clients with a slot in this session, or one of its day while they are booked in it, and walk-ins who are entered already. */
function clientsInLog(context: Context, session: FoundSession) {
  const { db, actor, record } = context;
  const slots = slotsInLog(context, session);
  return record.seen(
    db
      .selectFrom('client')
      .leftJoin(slots.as('slot'), (join) => join.onRef('slot.client_id', '=', 'client.id'))
      .select([
        'client.id as client_id',
        'client.first_name',
        'client.last_name',
        'client.preferred_name',
        'client.born_on',
        'client.chart_number',
        'slot.id as slot_id',
      ])
      .select([entriesIn(session.id).as('entries'), breathIn(session.id).as('breath')])
      .where(clientsOf(actor))
      .where((eb) =>
        eb.or([
          eb('slot.id', 'is not', null),
          eb('client.id', 'in', eb.selectFrom('screen').select('screen.client_id').where('screen.session_id', '=', session.id)),
        ]),
      )
      .orderBy('client.sort_name')
      .orderBy('client.id'),
  );
}

function rowsOf(client: InLog, reader: string) {
  const who = {
    clientId: client.client_id,
    name: shortNameByLast(client),
    bornOn: client.born_on,
    chartNumber: client.chart_number,
  };
  const open = client.slot_id !== null && !client.entries.some(({ slotId }) => slotId === client.slot_id);
  return [
    ...client.entries.map((entry) => ({ slotId: entry.slotId, ...who, recorded: recordedOf(entry, reader) })),
    ...(open ? [{ slotId: client.slot_id, ...who, recorded: null }] : []),
  ];
}
