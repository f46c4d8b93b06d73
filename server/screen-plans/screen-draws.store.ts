import { sql } from 'kysely';
import { addDays, addHours, dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { baseChance, rateDays } from '#domain/screen-plans/draw-rate.ts';
import { weighedDays } from '#domain/screen-plans/draw-weights.ts';
import { chanceOn, isDrawn } from '#domain/screen-plans/draw-chance.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { settingsFrom, type Screening } from '#domain/programs/settings.ts';
import type { Database } from '#server/database/pool.ts';
import { chanceFor, type Chance } from './draw-chance.ts';
import { collectionDaysOf, daysIn, type Collecting } from './collection-days.rows.ts';
import { lastScreens } from '#server/drug-screens/last-screens.rows.ts';
import { plansOn, type StoredPlan } from './screen-plans.rows.ts';

export type Drawing = { readonly db: Database; readonly organizationId: string; readonly now: Instant; readonly zone: Zone };

/** A client, and the session of the day that is to be decided. */
type Due = Collecting & { readonly clientId: string };

/**
 * Decides the days whose collection opens soon, of these clients or of everybody. A day is decided shortly before it opens and only once, drawn
 * or not, so that there is never a later day to be found out; of two servers one decides.
 */
export async function drawScreens(drawing: Drawing, clientIds: readonly string[] | null = null): Promise<void> {
  const { db, organizationId, now } = drawing;
  const organization = await db.selectFrom('organization').select(['settings', 'synthetic']).executeTakeFirstOrThrow();
  const { screening } = settingsFrom(organization.settings);
  const due = await dueNow(drawing, screening, clientIds);
  if (due.length === 0) return;
  const decided = await decidedDays(drawing, screening, due, chanceFor(organization));
  const rows = decided.map(({ clientId, on, plan, chance, because, drawn }) => ({
    organization_id: organizationId,
    client_id: clientId,
    on_day: on,
    plan_id: plan.id,
    chance,
    because,
    drawn,
    drawn_at: now,
  }));
  const written = await db
    .insertInto('screen_draw')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['client_id', 'on_day'])
    .execute();
  const mine = new Set(written.map(({ client_id, on_day }) => `${client_id} ${on_day}`));
  const slots = decided
    .filter(({ clientId, on, drawn }) => drawn && mine.has(`${clientId} ${on}`))
    .map(({ clientId, sessionId, on, plan, opensAt }) => ({
      organization_id: organizationId,
      client_id: clientId,
      session_id: sessionId,
      due_on: on,
      opens_at: opensAt,
      plan_id: plan.id,
      panel_id: plan.panelId,
    }));
  if (slots.length > 0)
    await db
      .insertInto('screen_slot')
      .values(slots)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The first session of each client's day that opens soon or has opened, and isn't over, where the day wasn't decided yet. */
async function dueNow({ db, now, zone }: Drawing, screening: Screening, clientIds: readonly string[] | null): Promise<Due[]> {
  const today = dayAt(now, zone);
  const soon = addHours(now, screening.drawMinutesBefore / 60);
  const until = addHours(soon, screening.opensMinutesBefore / 60);
  const requested = clientIds === null ? sql`true` : sql`attendance.client_id = any(${clientIds}::uuid[])`;
  const { rows } = await sql<{ client_id: string }>`select distinct attendance.client_id from attendance
    join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where session.session_on between ${today} and ${addDays(today, 1)} and session.starts_at <= ${until}::timestamptz and session.ends_at > ${now}::timestamptz
      and ${requested} and not exists (select from screen_draw drawn where drawn.organization_id = attendance.organization_id
        and drawn.client_id = attendance.client_id and drawn.on_day = session.session_on)`.execute(db);
  const ids = rows.map((row) => row.client_id);
  if (ids.length === 0) return [];
  const sessions = await collectionDaysOf(db, ids, today, addDays(today, 1));
  const decided = await db.selectFrom('screen_draw').select(['client_id', 'on_day']).where('on_day', '>=', today).execute();
  const known = new Set(decided.map(({ client_id, on_day }) => `${client_id} ${on_day}`));
  return ids.flatMap((clientId) => {
    const open = (sessions.get(clientId) ?? []).filter(
      (session) => session.endsAt > now && collectionOpensAt(session, screening, zone) <= soon && !known.has(`${clientId} ${session.on}`),
    );
    return open
      .filter(({ on }, index) => open.findIndex((other) => other.on === on) === index)
      .map((session) => ({ ...session, clientId }));
  });
}

type Decided = Due & { readonly plan: StoredPlan; readonly opensAt: Instant } & ReturnType<typeof chanceOn> & { readonly drawn: boolean };

async function decidedDays({ db, now, zone }: Drawing, screening: Screening, due: readonly Due[], chance: Chance): Promise<Decided[]> {
  const today = dayAt(now, zone);
  const ids = [...new Set(due.map(({ clientId }) => clientId))];
  const sessions = await collectionDaysOf(db, ids, addDays(today, -7), addDays(today, rateDays));
  const plans = await plansOn(db, ids, today, screening);
  const last = await lastScreens(db, ids);
  const holidays = await holidaysAround(db, today);
  return due.flatMap((one) => {
    const plan = plans.get(one.clientId);
    if (plan === undefined) return [];
    const weighed = weighedDays(daysIn(sessions.get(one.clientId) ?? []), { ...screening, holidays }).filter(({ on }) => on >= one.on);
    const [day, next] = weighed;
    if (day === undefined) return [];
    const base = baseChance(weighed, plan, screening.bounds);
    const since = last.get(one.clientId)?.findLast((on) => on < one.on) ?? addDays(one.on, -1);
    const said = chanceOn(day, { since, next: next?.on ?? null }, { plan, base, bounds: screening.bounds });
    const drawn = isDrawn(said.chance, chance(one.clientId, one.on));
    return [{ ...one, plan, opensAt: collectionOpensAt(one, screening, zone), ...said, drawn }];
  });
}

async function holidaysAround(db: Database, today: Day): Promise<Day[]> {
  const { rows } = await sql<{
    held_on: Day;
  }>`select distinct day::date as held_on from closure, generate_series(from_on, to_on, interval '1 day') day
    where kind = 'holiday' and to_on >= ${addDays(today, -10)} and from_on <= ${addDays(today, rateDays)}`.execute(db);
  return rows.map((row) => row.held_on);
}
