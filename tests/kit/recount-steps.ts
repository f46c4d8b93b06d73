import fc from 'fast-check';
import type { Diary } from './recount-world.ts';
import { aMark } from './rosters.ts';

/** One thing that somebody does to a diary. `nth` and `who` name a session and a person; the rest is read by the kind of step. */
export const aStep = fc.record({
  kind: fc.constantFrom(
    ...([
      'mark',
      'mark',
      'mark',
      'mark',
      'mark',
      'mark',
      'cancel',
      'restore',
      'move',
      'make-up',
      'make-up',
      'make-up',
      'drop-in',
      'remove',
      'stale',
    ] as const),
  ),
  nth: fc.nat(14),
  other: fc.nat(14),
  who: fc.nat(1),
  how: fc.constantFrom(
    ...([
      'present',
      'present',
      'late',
      'left-early',
      'both',
      'unknown',
      'minutes',
      'late-minutes',
      'absent',
      'absent',
      'excused',
      'taken-back',
    ] as const),
  ),
  // In and Out often fall into the break, where counting is easiest to get wrong.
  from: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 75, max: 110 })),
  to: fc.integer({ min: 1, max: 200 }),
  telehealth: fc.boolean(),
});
/** A mark for each of the places, so that most weeks are known before anybody corrects them. */
export const firstMarks = fc.array(fc.tuple(aStep, fc.integer({ min: 1, max: 55 })), { minLength: 30, maxLength: 30 }).map((steps) =>
  steps.map(([step, from], index) => ({
    ...step,
    kind: 'mark' as const,
    nth: index % 15,
    who: Math.floor(index / 15),
    how: step.how === 'unknown' || step.how === 'taken-back' ? ('present' as const) : step.how,
    from,
  })),
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

const seen = (version: number) => ({ 'if-match': `"${version}"` });
const clockAt = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
const plus = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

function said({ how, from, to }: Step, start: string, end: string): Readonly<Record<string, unknown>> {
  switch (how) {
    case 'present':
      return { arrivedAt: start, leftAt: end };
    case 'late':
      return { status: 'late', arrivedAt: plus(start, from) };
    case 'left-early':
      return { status: 'left-early', leftAt: plus(end, -from) };
    case 'both':
      return { status: 'late', arrivedAt: plus(start, Math.min(from, 60)), leftAt: plus(end, -Math.min(to, 60)) };
    case 'unknown':
      return { status: from % 2 === 0 ? 'late' : 'left-early' };
    case 'minutes':
      return { status: 'left-early', minutes: from };
    case 'late-minutes':
      return { status: 'late', minutes: from };
    case 'absent':
    case 'excused':
      return { status: how };
    case 'taken-back':
      return { status: null };
  }
  how satisfies never;
  return {};
}

/** Does one step by the real server, and answers with the status of its response. */
export async function taken(step: Step, { world, zone, clientIds, sessionIds }: Diary): Promise<number> {
  const sessionId = sessionIds[step.nth] ?? '';
  const clientId = clientIds[step.who] ?? '';
  const tech = world.as('tech');
  const session = await world.db.selectFrom('session').selectAll().where('id', '=', sessionId).executeTakeFirstOrThrow();
  const booking = await world.db
    .selectFrom('attendance')
    .select(['version', 'makes_up'])
    .where('session_id', '=', sessionId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  const version = booking?.version ?? 1;
  const mark = (more: object) =>
    tech.post(`/sessions/${sessionId}/attendance`, {
      rows: [
        aMark(clientId, {
          version,
          telehealth: step.telehealth,
          makesUp: booking?.makes_up ?? null,
          ...said(step, session.starts_at, session.ends_at),
          ...more,
        }),
      ],
    });
  switch (step.kind) {
    case 'mark':
      return (await mark({})).status;
    case 'stale':
      return (await mark({ version: version + 1 })).status;
    case 'make-up':
      return (await madeUp(step, { world, zone, clientIds, sessionIds }, mark)).status;
    case 'drop-in':
      return (await tech.post(`/sessions/${sessionId}/attendance/people`, { clientId, makesUp: null, telehealth: step.telehealth })).status;
    case 'remove':
      return (await tech.post(`/sessions/${sessionId}/attendance/removals`, { clientId }, { 'if-match': `"${version}"` })).status;
    case 'cancel':
      return (await cancelled({ world, zone, clientIds, sessionIds }, session.id)).status;
    case 'restore':
      return (await world.as('therapist').post(`/sessions/${session.id}/restoration`, {}, seen(session.version))).status;
    case 'move': {
      await marksTakenBack({ world, zone, clientIds, sessionIds }, session.id);
      const [startsAt, endsAt] = [session.starts_at, session.ends_at].map((at) => clockAt(plus(at, step.from % 90), zone));
      const body = { on: session.session_on, startsAt, endsAt };
      return (await world.as('therapist').post(`/sessions/${session.id}/time`, body, seen(session.version))).status;
    }
  }
  step.kind satisfies never;
  return 0;
}

/** Marks are history, so a session is cancelled or moved only once each of them was taken back. */
async function marksTakenBack({ world, clientIds }: Diary, sessionId: string): Promise<void> {
  const bookings = await world.db
    .selectFrom('attendance')
    .select(['client_id', 'version', 'makes_up', 'telehealth'])
    .where('session_id', '=', sessionId)
    .where('client_id', 'in', [...clientIds])
    .where('status', '<>', 'booked')
    .execute();
  if (bookings.length === 0) return;
  const rows = bookings.map(({ client_id, version, makes_up: makesUp, telehealth }) =>
    aMark(client_id, { version, makesUp, telehealth, status: null }),
  );
  await world.as('tech').post(`/sessions/${sessionId}/attendance`, { rows });
}

async function cancelled(diary: Diary, sessionId: string): Promise<Response> {
  await marksTakenBack(diary, sessionId);
  const { version } = await diary.world.db.selectFrom('session').select('version').where('id', '=', sessionId).executeTakeFirstOrThrow();
  return diary.world.as('therapist').post(`/sessions/${sessionId}/cancellation`, { because: 'Snow closure' }, seen(version));
}

/** Somebody makes up one of the sessions that they missed, in a session that they may have been booked in or not. */
async function madeUp(
  step: Step,
  { world, zone, clientIds, sessionIds }: Diary,
  mark: (more: object) => Promise<Response>,
): Promise<Response> {
  const clientId = clientIds[step.who] ?? '';
  const missed = await world.db
    .selectFrom('attendance')
    .innerJoin('session', 'session.id', 'attendance.session_id')
    .select('attendance.session_id')
    .where('client_id', '=', clientId)
    .where('status', 'in', ['absent', 'excused'])
    .orderBy('session.starts_at')
    .execute();
  const makesUp = missed[step.other % Math.max(1, missed.length)]?.session_id ?? sessionIds[step.other] ?? '';
  const added = await world
    .as('tech')
    .post(`/sessions/${sessionIds[step.nth] ?? ''}/attendance/people`, { clientId, makesUp, telehealth: false });
  // A make-up is missed too, at times, or cancelled over somebody's head.
  if (step.from % 3 === 1) return mark({ makesUp, status: 'absent', arrivedAt: null, leftAt: null, minutes: null });
  const marked = added.status === 200 ? added : await mark({ makesUp, status: 'present', arrivedAt: null, leftAt: null, minutes: null });
  if (step.from % 3 === 2) await cancelled({ world, zone, clientIds, sessionIds }, sessionIds[step.nth] ?? '');
  return marked;
}
