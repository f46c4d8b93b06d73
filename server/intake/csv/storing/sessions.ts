import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { momentOf } from '#domain/calendar.ts';
import type { Tables } from '#server/database/pool.ts';
import type { CellProblem } from '../problems.ts';
import type { Placed } from '../rows.ts';
import { misfits } from '../row-words.ts';
import type { SessionRow } from '../sessions.ts';
import { isProblem, misfit, named, programOf, type Desk, type Misfit, type Store } from './desk.ts';
import { insertRows } from './insert-rows.ts';
import { clientsByChart, differences, episodeOn, type StoredClient } from './stored-clients.ts';

type Session = Insertable<Tables['session']> & { id: string };
type Attendance = Insertable<Tables['attendance']>;
type Trouble = { readonly column: string | null; readonly problem: CellProblem };
type Known = {
  readonly clients: ReadonlyMap<string, StoredClient>;
  readonly sessions: Map<string, Omit<Session, 'break_minutes'> & { break_minutes?: number | undefined }>;
  readonly attendance: ReadonlyMap<string, Partial<Attendance>>;
};

/** Stores sessions once by their outside key, and attendance once by session and client. */
export const storeSessions: Store<SessionRow> = async (desk, batch) => {
  const known = await knownFor(desk, batch);
  const sessions: Session[] = [];
  const attendance: Attendance[] = [];
  const wrong: Misfit[] = [];
  let here = 0;
  for (const place of batch) {
    const { facts } = place;
    const given = sessionOf(desk, facts);
    const earlier = known.sessions.get(facts.key);
    const trouble = 'problem' in given ? given : (sessionTrouble(given, earlier) ?? clientTrouble(facts, known));
    if (trouble !== null || 'problem' in given) {
      if (trouble !== null) wrong.push(misfit(place, trouble.column, trouble.problem));
      continue;
    }
    const session = earlier ?? { ...given, id: randomUUID() };
    const row = attendanceOf(desk, facts, session.id, known);
    const stored = row === null ? undefined : known.attendance.get(`${row.session_id} ${row.client_id}`);
    const unlike = row === null || stored === undefined ? [] : differences(row, stored, ['recorded_by']);
    if (unlike.length > 0) wrong.push(misfit(place, null, misfits.differs(unlike)));
    else if (earlier !== undefined && (row === null || stored !== undefined)) here += 1;
    else {
      if (earlier === undefined) sessions.push({ ...given, id: session.id });
      known.sessions.set(facts.key, session);
      if (row !== null) attendance.push(row);
    }
  }
  await insertRows(desk.db, 'session', sessions);
  await insertRows(desk.db, 'attendance', attendance);
  return { added: batch.length - here - wrong.length, here, misfits: wrong, clientIds: attendance.map(({ client_id }) => client_id) };
};

function sessionOf(desk: Desk, facts: SessionRow): Insertable<Tables['session']> | Trouble {
  const program = programOf(desk, facts.program);
  if (isProblem(program)) return { column: 'program', problem: program };
  const group = named(desk.groups, facts.group, 'group');
  if (isProblem(group)) return { column: 'group', problem: group };
  const leader = named(desk.staff, facts.leader, 'leader');
  if (isProblem(leader)) return { column: 'leader', problem: leader };
  return {
    organization_id: desk.organizationId,
    program_id: program.id,
    group_id: group?.id ?? null,
    leader_id: leader?.id ?? null,
    outside_key: facts.key,
    service: facts.service,
    title: facts.title,
    session_on: facts.on,
    // Without times the whole day is kept, and nothing reads an hour out of it.
    starts_at: momentOf(facts.on, facts.times?.from ?? '00:00', desk.zone),
    ends_at: momentOf(facts.on, facts.times?.to ?? '23:59', desk.zone),
    times_known: facts.times !== null,
    break_minutes: facts.breakMinutes,
    cancelled_because: facts.cancelledBecause,
    site_id: null,
  };
}

function sessionTrouble(given: Insertable<Tables['session']>, earlier: Partial<Insertable<Tables['session']>> | undefined): Trouble | null {
  const unlike = earlier === undefined ? [] : differences(given, earlier, ['site_id']);
  return unlike.length === 0 ? null : { column: null, problem: misfits.differs(unlike) };
}

function clientTrouble({ on, attendance }: SessionRow, { clients }: Known): Trouble | null {
  if (attendance === null) return null;
  const client = clients.get(attendance.chartNumber);
  if (client === undefined) return { column: 'chart_number', problem: misfits.unknownClient };
  const episode = episodeOn(client, on);
  return isProblem(episode) ? { column: 'date', problem: episode } : null;
}

function attendanceOf(desk: Desk, { on, attendance }: SessionRow, sessionId: string, { clients }: Known): Attendance | null {
  const client = attendance === null ? undefined : clients.get(attendance.chartNumber);
  if (attendance === null || client === undefined) return null;
  const { mark: status, minutes, telehealth, makeUp: make_up, note } = attendance;
  return {
    organization_id: desk.organizationId,
    session_id: sessionId,
    client_id: client.id,
    session_on: on,
    status,
    minutes,
    telehealth,
    make_up,
    note,
    recorded_by: null,
  };
}

async function knownFor({ db }: Desk, batch: readonly Placed<SessionRow>[]): Promise<Known> {
  const clients = await clientsByChart(
    db,
    batch.flatMap(({ facts }) => facts.attendance?.chartNumber ?? []),
  );
  const keys = [...new Set(batch.map(({ facts }) => facts.key))];
  const sessions = await db.selectFrom('session').selectAll().where('outside_key', 'in', keys).execute();
  const ids = sessions.map(({ id }) => id);
  const attendance = ids.length === 0 ? [] : await db.selectFrom('attendance').selectAll().where('session_id', 'in', ids).execute();
  return {
    clients,
    sessions: new Map(sessions.map((session) => [session.outside_key ?? '', session])),
    attendance: new Map(attendance.map((row) => [`${row.session_id} ${row.client_id}`, row])),
  };
}
