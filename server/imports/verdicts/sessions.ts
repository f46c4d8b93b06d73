import type { Problem } from '#domain/imports/problems.ts';
import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Change, Fields } from '#domain/imports/imports.ts';
import { momentOf } from '#domain/calendar/calendar.ts';
import { insertAttendance } from '#server/attendance/attendance.store.ts';
import type { Tables } from '#server/database/pool.ts';
import { insertSessions } from '#server/scheduling/sessions.store.ts';
import type { ParsedRow } from '../csv/rows.ts';
import type { SessionRow } from '../csv/sessions.ts';
import { attendanceChanges, attendanceOf, type Attendance, type StoredAttendance } from './attendance.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { isProblem, named, programOf } from '../name-lookup.ts';
import { clientsByChart, episodeOn, type StoredClient } from './clients-by-chart.rows.ts';
import { added, changesTo, wrong, type Settle, type Verdict } from './verdict.ts';

type Session = Insertable<Tables['session']> & { id: string };
type Trouble = { readonly column: string | null; readonly problem: Problem };
type StoredSession = Omit<Session, 'break_minutes'> & { break_minutes?: number | undefined };
type Known = {
  readonly clients: ReadonlyMap<string, StoredClient>;
  readonly sessions: Map<string, StoredSession>;
  readonly attendance: ReadonlyMap<string, StoredAttendance>;
  /** Sessions of Cairn's own schedule, by group, day and start. */
  readonly scheduled: ReadonlyMap<string, StoredSession>;
};
type Made = { readonly sessions: Session[]; readonly attendance: Attendance[]; readonly keys: Set<string> };

/** Sessions once by their outside key, and attendance once by session and client. */
export const settleSessions: Settle<SessionRow> = async (importContext, batch) => {
  const known = await knownFor(importContext, batch);
  const made: Made = { sessions: [], attendance: [], keys: new Set() };
  const verdicts = batch.map((parsed) => settled(importContext, parsed, known, made));
  return {
    verdicts,
    write: async () => {
      await insertSessions(importContext.db, made.sessions);
      await insertAttendance(importContext.db, made.attendance);
    },
  };
};

function settled(importContext: ImportContext, parsed: ParsedRow<SessionRow>, known: Known, made: Made): Verdict {
  const { facts, row, line } = parsed;
  const given = sessionOf(importContext, facts, known);
  if ('problem' in given) return wrong(parsed, given.column, given.problem);
  // What the schedule has already is that session, so that nobody is in two at once.
  const planned = given.times_known === true ? known.scheduled.get(`${given.group_id} ${given.session_on} ${given.starts_at}`) : undefined;
  const earlier = known.sessions.get(facts.key) ?? planned;
  const trouble = (earlier === undefined || earlier === planned ? null : otherSession(given, earlier)) ?? clientTrouble(facts, known);
  const client = facts.attendance === null ? undefined : known.clients.get(facts.attendance.chartNumber);
  const clientId = client?.id ?? null;
  if (trouble !== null) return wrong(parsed, trouble.column, trouble.problem, clientId);

  const session = earlier ?? { ...given, id: randomUUID() };
  const attendance = facts.attendance === null || client === undefined ? null : attendanceOf(importContext, facts, session.id, client.id);
  const stored = clientId === null ? undefined : known.attendance.get(`${session.id} ${clientId}`);
  // The rows of one new session are compared with each other where the file is read, not with the first of them.
  const ofSession = earlier === undefined || earlier === planned || made.keys.has(facts.key) ? [] : sessionChanges(given, earlier);
  const changes = [...ofSession, ...(attendance === null || stored === undefined ? [] : attendanceChanges(attendance, stored))];
  if (changes.length > 0) {
    const add = attendance !== null && stored === undefined ? [attendanceAdded(attendance)] : [];
    return { row, line, clientId, is: 'changed', changes: [...changes, ...add] };
  }
  if (earlier !== undefined && (attendance === null || stored !== undefined)) return { row, line, clientId, is: 'here' };

  if (earlier === undefined) made.sessions.push({ ...given, id: session.id });
  if (earlier === undefined) made.keys.add(facts.key);
  known.sessions.set(facts.key, session);
  if (attendance !== null) made.attendance.push(attendance);
  const { status = null, minutes = null } = attendance ?? {};
  const written = [
    ...(earlier === undefined ? [added('session', session.id, { title: given.title, cancelled_because: facts.cancelledBecause })] : []),
    ...(attendance === null ? [] : [added('attendance', session.id, { status, minutes }, attendance.client_id)]),
  ];
  return { row, line, clientId, is: 'fresh', written };
}

function sessionOf(importContext: ImportContext, facts: SessionRow, known: Known): Insertable<Tables['session']> | Trouble {
  const group = named(importContext.groups, facts.group, 'group');
  if (isProblem(group)) return { column: 'group', problem: group };
  const program =
    facts.program === null
      ? (intendedProgram(importContext, facts, group, known) ?? programOf(importContext, null))
      : programOf(importContext, facts.program);
  if (isProblem(program)) return { column: 'program', problem: program };
  const leader = named(importContext.staff, facts.leader, 'leader');
  if (isProblem(leader)) return { column: 'leader', problem: leader };
  return {
    organization_id: importContext.organizationId,
    program_id: program.id,
    group_id: group?.id ?? null,
    leader_id: leader?.id ?? null,
    outside_key: facts.key,
    service: facts.service,
    title: facts.title,
    session_on: facts.on,
    // Without times the whole day is kept, and nothing reads an hour out of it.
    starts_at: momentOf(facts.on, facts.times?.from ?? '00:00', importContext.zone),
    ends_at: momentOf(facts.on, facts.times?.to ?? '23:59', importContext.zone),
    times_known: facts.times !== null,
    break_minutes: facts.breakMinutes,
    cancelled_because: facts.cancelledBecause,
    site_id: null,
  };
}

/** The program of a session that names none: its group's, the one it is stored in, or the one that its client was in on that day. */
function intendedProgram(
  importContext: ImportContext,
  facts: SessionRow,
  group: ImportContext['groups'][number] | null,
  known: Known,
): ImportContext['programs'][number] | undefined {
  const client = known.clients.get(facts.attendance?.chartNumber ?? '');
  const episode = client === undefined ? null : episodeOn(client, facts.on);
  const ofClient = episode === null || isProblem(episode) ? undefined : episode.programId;
  const meant = group?.programId ?? known.sessions.get(facts.key)?.program_id ?? ofClient;
  return importContext.programs.find(({ id }) => id === meant);
}

/** A key that belongs to a session of another day, program or service belongs to another session. */
function otherSession(given: Insertable<Tables['session']>, earlier: StoredSession): Trouble | null {
  const fields = ['session_on', 'program_id', 'service'] as const;
  const unlike = fields.filter((field) => given[field] !== earlier[field]);
  return unlike.length === 0 ? null : { column: 'session_key', problem: { code: 'differs-from-stored', columns: unlike } };
}

function sessionChanges(given: Insertable<Tables['session']>, earlier: StoredSession): readonly Change[] {
  const times = given.times_known === true ? { starts_at: 'start', ends_at: 'end', break_minutes: 'break_minutes' } : {};
  return changesTo(given, earlier, {
    table: 'session',
    id: earlier.id,
    clientId: null,
    columns: { title: 'title', ...times, group_id: 'group', leader_id: 'leader', cancelled_because: 'cancelled_because' },
  });
}

const insertable = (row: Attendance): Fields => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value ?? null]));

const attendanceAdded = (row: Attendance): Change => ({
  table: 'attendance',
  id: row.session_id,
  clientId: row.client_id,
  field: 'status',
  column: 'attendance',
  from: null,
  to: row.status,
  setByHand: false,
  insert: insertable(row),
});

function clientTrouble({ on, attendance }: SessionRow, { clients }: Known): Trouble | null {
  if (attendance === null) return null;
  const client = clients.get(attendance.chartNumber);
  if (client === undefined) return { column: 'chart_number', problem: { code: 'unknown-client' } };
  const episode = episodeOn(client, on);
  return isProblem(episode) ? { column: 'date', problem: episode } : null;
}

async function knownFor({ db }: ImportContext, batch: readonly ParsedRow<SessionRow>[]): Promise<Known> {
  const clients = await clientsByChart(
    db,
    batch.flatMap(({ facts }) => facts.attendance?.chartNumber ?? []),
  );
  const keys = [...new Set(batch.map(({ facts }) => facts.key))];
  const sessions = await db.selectFrom('session').selectAll().where('outside_key', 'in', keys).execute();
  const days = [...new Set(batch.map(({ facts }) => facts.on))];
  const groups = batch.some(({ facts }) => facts.group !== null);
  const scheduled = groups
    ? await db
        .selectFrom('session')
        .selectAll()
        .where('session_on', 'in', days)
        .where('outside_key', 'is', null)
        .where('group_id', 'is not', null)
        .execute()
    : [];
  const ids = [...sessions, ...scheduled].map(({ id }) => id);
  const attendance = ids.length === 0 ? [] : await db.selectFrom('attendance').selectAll().where('session_id', 'in', ids).execute();
  return {
    clients,
    sessions: new Map(sessions.map((session) => [session.outside_key ?? '', session])),
    scheduled: new Map(scheduled.map((session) => [`${session.group_id} ${session.session_on} ${session.starts_at}`, session])),
    attendance: new Map(attendance.map((row) => [`${row.session_id} ${row.client_id}`, row])),
  };
}
