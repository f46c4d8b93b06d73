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
import { attendanceChanges, attendanceOf, wholeMinutes, type Attendance, type HeldSession, type StoredAttendance } from './attendance.ts';
import type { ImportContext } from '../import-context.rows.ts';
import { isProblem, named, programOf } from '../name-lookup.ts';
import { clientsByChart, episodeOn, idsOf, type StoredClient } from './clients-by-chart.rows.ts';
import { metOn, type StoredSession } from './met-sessions.ts';
import { added, changesTo, wrong, type Settle, type Verdict } from './verdict.ts';

type Given = Omit<Insertable<Tables['session']>, 'times_known'> & { times_known: boolean };
type Session = Given & { id: string };
type Trouble = { readonly column: string | null; readonly problem: Problem };
type Known = {
  readonly clients: ReadonlyMap<string, StoredClient>;
  readonly sessions: Map<string, StoredSession | Session>;
  /** Keys of sessions that rows before met under another key, or as part of the schedule. */
  readonly met: Set<string>;
  readonly attendance: ReadonlyMap<string, StoredAttendance>;
  /** What is here on a day, but for the sessions of this very file. */
  readonly onDay: ReadonlyMap<string, readonly StoredSession[]>;
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
  const client = facts.attendance === null ? undefined : known.clients.get(facts.attendance.chartNumber);
  const clientId = client?.id ?? null;
  const found = sessionFor(importContext, facts, given, clientId, known);
  const trouble = (found !== null && 'problem' in found ? found : null) ?? clientTrouble(facts, known);
  if (trouble !== null) return wrong(parsed, trouble.column, trouble.problem, clientId);
  const earlier = found === null || 'problem' in found ? undefined : found;

  const session: HeldSession = earlier ?? { ...given, id: randomUUID() };
  const most = wholeMinutes(session);
  if (most !== null && (facts.attendance?.minutes ?? 0) > most)
    return wrong(parsed, 'minutes', { code: 'minutes-too-long', most }, clientId);
  const attendance = facts.attendance === null || client === undefined ? null : attendanceOf(importContext, facts, session, client.id);
  const stored = clientId === null ? undefined : known.attendance.get(`${session.id} ${clientId}`);
  // The rows of one new session are compared with each other where the file is read, not with the first of them.
  const ofSession = earlier === undefined || made.keys.has(facts.key) ? [] : sessionChanges(given, earlier, known.met.has(facts.key));
  const changes = [...ofSession, ...(attendance === null || stored === undefined ? [] : attendanceChanges(attendance, stored, session))];
  if (changes.length > 0) {
    const add = attendance !== null && stored === undefined ? [attendanceAdded(attendance)] : [];
    return { row, line, clientId, is: 'changed', changes: [...changes, ...add] };
  }
  if (earlier !== undefined && (attendance === null || stored !== undefined)) return { row, line, clientId, is: 'here' };

  if (earlier === undefined) made.sessions.push({ ...given, id: session.id });
  if (earlier === undefined) made.keys.add(facts.key);
  if (earlier === undefined) known.sessions.set(facts.key, { ...given, id: session.id });
  if (attendance !== null) made.attendance.push(attendance);
  const { status = null, minutes = null } = attendance ?? {};
  const written = [
    ...(earlier === undefined ? [added('session', session.id, { title: given.title, cancelled_because: facts.cancelledBecause })] : []),
    ...(attendance === null ? [] : [added('attendance', session.id, { status, minutes }, attendance.client_id)]),
  ];
  return { row, line, clientId, is: 'fresh', written };
}

/** The session that a row is about: the one of its key, or one of its day that it meets. Null where it is a new one. */
function sessionFor(
  importContext: ImportContext,
  facts: SessionRow,
  given: Given,
  clientId: string | null,
  known: Known,
): StoredSession | Session | Trouble | null {
  const keyed = known.sessions.get(facts.key);
  if (keyed !== undefined) return known.met.has(facts.key) ? keyed : (otherSession(importContext, given, keyed) ?? keyed);
  const met = metOn(importContext, facts, given, known.onDay.get(facts.on) ?? [], ({ id }) => known.attendance.has(`${id} ${clientId}`));
  if (met === null) return null;
  if ('problem' in met) return { column: 'same_as', problem: met.problem };
  known.met.add(facts.key);
  known.sessions.set(facts.key, met);
  return met;
}

function sessionOf(importContext: ImportContext, facts: SessionRow, known: Known): Given | Trouble {
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
function otherSession({ programs }: ImportContext, given: Given, earlier: StoredSession | Session): Trouble | null {
  // Of a session out of reach nothing more is compared.
  const reached = programs.some(({ id }) => id === earlier.program_id);
  const fields = reached ? (['session_on', 'program_id', 'service'] as const) : (['program_id'] as const);
  const unlike = fields.filter((field) => given[field] !== earlier[field]);
  return unlike.length === 0 ? null : { column: 'session_key', problem: { code: 'differs-from-stored', columns: unlike } };
}

/** What a row says otherwise of its session. One that it only met keeps what it is called here; times that nobody knew come in with their session. */
function sessionChanges(given: Given, earlier: StoredSession | Session, isMet: boolean): readonly Change[] {
  const compared = { table: 'session' as const, id: earlier.id, clientId: null };
  const fills = given.times_known && !earlier.times_known;
  const times = { starts_at: 'start', ends_at: 'end', break_minutes: 'break_minutes' };
  const timed = given.times_known && (fills || !isMet) ? times : {};
  const names = isMet ? {} : { title: 'title', group_id: 'group', leader_id: 'leader' };
  const changes = changesTo(given, earlier, {
    ...compared,
    columns: { ...names, ...timed, ...(isMet ? {} : { cancelled_because: 'cancelled_because' }) },
  });
  return fills ? [...changes, ...changesTo(given, earlier, { ...compared, columns: { times_known: 'start' } })] : changes;
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

async function knownFor(importContext: ImportContext, batch: readonly ParsedRow<SessionRow>[]): Promise<Known> {
  const { db, keysInFile, programs } = importContext;
  const clients = await clientsByChart(
    importContext,
    batch.flatMap(({ facts }) => facts.attendance?.chartNumber ?? []),
  );
  const keys = [...new Set(batch.map(({ facts }) => facts.key))];
  const sessions = await db.selectFrom('session').selectAll().where('outside_key', 'in', keys).execute();
  const known = new Set(sessions.map(({ outside_key }) => outside_key));
  const days = [...new Set(batch.flatMap(({ facts }) => (known.has(facts.key) ? [] : [facts.on])))];
  const reached = programs.map(({ id }) => id);
  const ofDays =
    days.length === 0 || reached.length === 0
      ? []
      : await db.selectFrom('session').selectAll().where('session_on', 'in', days).where('program_id', 'in', reached).execute();
  // In one file keys tell sessions apart, whatever else they have in common.
  const own = await keysInFile(ofDays.flatMap(({ outside_key }) => outside_key ?? []));
  const others = ofDays.filter(({ outside_key }) => outside_key === null || !(known.has(outside_key) || own.has(outside_key)));
  const ids = [...new Set([...sessions, ...others].map(({ id }) => id))];
  const attendance =
    ids.length === 0
      ? []
      : await db.selectFrom('attendance').selectAll().where('session_id', 'in', ids).where('client_id', 'in', idsOf(clients)).execute();
  return {
    clients,
    sessions: new Map(sessions.map((session) => [session.outside_key ?? '', session])),
    met: new Set(),
    onDay: Map.groupBy(others, ({ session_on }) => session_on),
    attendance: new Map(attendance.map((row) => [`${row.session_id} ${row.client_id}`, row])),
  };
}
