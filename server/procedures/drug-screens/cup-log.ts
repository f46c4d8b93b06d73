import { addDays, dayAt } from '#domain/calendar.ts';
import { clientsOf } from '../../access.ts';
import { sessionFor, type FoundSession } from '../../facts/sessions.ts';
import type { Contract } from '#contract/index.ts';
import type { Context, Procedure } from '../../procedure.ts';
import { breathIn, breathOf, nameInLog } from './cup-log-breath.ts';
import { entriesIn, recordedOf } from './cup-log-entries.ts';
import { observersOn } from './observers.ts';
import { panelsWithLots } from './panels.ts';

/** The session's log for whoever reads the cups: who is due, and what was entered. What it means is asked nowhere in here. */
export const cupLog: Procedure<Contract['drugScreens']['cupLog']> = async ({ sessionId }, context) => {
  const { now, zone, actor, settings } = context;
  const session = await sessionFor(context, sessionId);
  const today = dayAt(now, zone);
  const opened = session.session_on <= today;
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
    },
    asOf: now,
    today,
    zone,
    reader: { id: actor.staffId, name: actor.name },
    opened,
    panels: panels.filter(({ specimen }) => specimen !== 'breath-alcohol'),
    observers: opened && settings.observedCollections ? await observersOn(context, session.session_on) : null,
    breath: devices.length === 0 ? null : { devices, limit: settings.breathAlcoholLimit },
    breathReadings: clients.flatMap((client) => client.breath.map((reading) => breathOf(reading, client, actor.staffId))),
    rows: clients.flatMap((client) => rowsOf(client, actor.staffId)),
  };
};

type InLog = Awaited<ReturnType<typeof clientsInLog>>[number];

/** Clients with a slot in this session, or one of its day while they are booked in it, and walk-ins who are entered already. */
function clientsInLog({ db, actor, record }: Context, { id, session_on }: FoundSession) {
  const slots = db
    .selectFrom('screen_slot as due')
    .select(['due.id', 'due.client_id'])
    .where((eb) =>
      eb.or([
        eb('due.session_id', '=', id),
        eb.and([
          eb('due.session_id', 'is', null),
          eb('due.due_on', '=', session_on),
          eb.exists(
            eb
              .selectFrom('attendance')
              .select('attendance.client_id')
              .where('attendance.session_id', '=', id)
              .whereRef('attendance.client_id', '=', 'due.client_id'),
          ),
        ]),
      ]),
    );
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
      .select([entriesIn(id).as('entries'), breathIn(id).as('breath')])
      .where(clientsOf(actor))
      .where((eb) =>
        eb.or([
          eb('slot.id', 'is not', null),
          eb('client.id', 'in', eb.selectFrom('screen').select('screen.client_id').where('screen.session_id', '=', id)),
        ]),
      )
      .orderBy('client.last_name')
      .orderBy('client.first_name')
      .orderBy('client.id'),
  );
}

function rowsOf(client: InLog, reader: string) {
  const who = {
    clientId: client.client_id,
    name: nameInLog(client),
    bornOn: client.born_on,
    chartNumber: client.chart_number,
  };
  const open = client.slot_id !== null && !client.entries.some(({ slotId }) => slotId === client.slot_id);
  return [
    ...client.entries.map((entry) => ({ slotId: entry.slotId, ...who, recorded: recordedOf(entry, reader) })),
    ...(open ? [{ slotId: client.slot_id, ...who, recorded: null }] : []),
  ];
}
