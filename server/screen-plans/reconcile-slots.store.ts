import { sql } from 'kysely';
import { addDays, dayAt, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { collectionOpensAt } from '#domain/screen-plans/screen-slots.ts';
import { settingsFrom, type Screening } from '#domain/programs/settings.ts';
import { collectionDaysOf, type Collecting } from './collection-days.rows.ts';
import type { Drawing } from './screen-draws.store.ts';

type StoredSlot = {
  readonly id: string;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly due_on: Day;
  readonly opens_at: Instant;
  /** The session is still held with them in it. */
  readonly held: boolean;
  readonly excused: boolean;
  readonly away: boolean;
};

/**
 * Keeps drawn slots to what can still be collected. One that nobody could know of moves to another session of its day, or is taken back, and
 * returns where its session does; one that had opened is written down as excused where the client is away, and otherwise as cancelled by the program.
 * Answers whether something that people can see was changed.
 */
export async function reconcileSlots(drawing: Drawing): Promise<boolean> {
  const { db, now, zone } = drawing;
  const organization = await db.selectFrom('organization').select('settings').executeTakeFirstOrThrow();
  const { screening } = settingsFrom(organization.settings);
  const today = dayAt(now, zone);
  const slots = await unanswered(drawing, addDays(today, -Math.floor(settingsFrom(organization.settings).screenWindowHours / 24)));
  const sessions = await collectionDaysOf(
    db,
    slots.map(({ client_id }) => client_id),
    today,
    addDays(today, 1),
  );
  let seen = false;
  for (const slot of slots) {
    const others = (sessions.get(slot.client_id) ?? []).filter((session) => session.on === slot.due_on && session.endsAt > now);
    if (slot.opens_at > now) await reconcileHidden(drawing, screening, slot, others);
    else if (!slot.held || slot.away) seen = (await reconcileOpened(drawing, slot, others[0])) || seen;
  }
  await restoreSlots(drawing, screening);
  return seen;
}

async function reconcileHidden(
  { db, zone }: Drawing,
  screening: Screening,
  slot: StoredSlot,
  others: readonly Collecting[],
): Promise<void> {
  const own = slot.held && !slot.away && !slot.excused ? others.find(({ sessionId }) => sessionId === slot.session_id) : undefined;
  const session = own ?? others[0];
  if (session === undefined) {
    await db.deleteFrom('screen_slot').where('id', '=', slot.id).execute();
    return;
  }
  const opens_at = collectionOpensAt(session, screening, zone);
  if (session.sessionId === slot.session_id && opens_at === slot.opens_at) return;
  await db.updateTable('screen_slot').set({ session_id: session.sessionId, opens_at }).where('id', '=', slot.id).execute();
}

async function reconcileOpened({ db, organizationId, now }: Drawing, slot: StoredSlot, other: Collecting | undefined): Promise<boolean> {
  if (!slot.away && other !== undefined) {
    await db.updateTable('screen_slot').set({ session_id: other.sessionId }).where('id', '=', slot.id).execute();
    return true;
  }
  await db
    .insertInto('screen')
    .values({
      organization_id: organizationId,
      client_id: slot.client_id,
      slot_id: slot.id,
      session_id: slot.session_id,
      scheduled: true,
      outcome: slot.away ? 'excused' : 'cancelled-by-program',
      collected_on: slot.due_on,
      received_at: now,
      source: 'logged',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

/** Slots that were drawn here, since a day, and that nothing answered. They are held, so that whoever answers one at the same time takes turns. */
async function unanswered({ db }: Drawing, from: Day): Promise<StoredSlot[]> {
  const booking = sql`from attendance join session on session.organization_id = attendance.organization_id and session.id = attendance.session_id
    where attendance.organization_id = slot.organization_id and attendance.client_id = slot.client_id and session.id = slot.session_id and session.session_on = slot.due_on`;
  const { rows } = await sql<StoredSlot>`select slot.id, slot.client_id, slot.session_id, slot.due_on, slot.opens_at,
      exists (select ${booking} and session.collects_screens and not session.telehealth and session.cancelled_because is null and not attendance.telehealth) as held,
      exists (select ${booking} and attendance.status = 'excused') as excused,
      exists (select from leave_span away where away.organization_id = slot.organization_id and away.client_id = slot.client_id
        and away.from_on <= slot.due_on and (away.to_on is null or away.to_on >= slot.due_on)) as away
    from screen_slot slot join screen_draw drawn
      on drawn.organization_id = slot.organization_id and drawn.client_id = slot.client_id and drawn.on_day = slot.due_on
    where slot.reason = 'scheduled' and slot.due_on >= ${from}
      and not exists (select from screen where screen.organization_id = slot.organization_id and screen.slot_id = slot.id)
    order by slot.client_id, slot.id for update of slot`.execute(db);
  return rows;
}

/** A day that was drawn, and whose slot was taken back, has it again where a session of that day can be collected in after all. */
async function restoreSlots({ db, organizationId, now, zone }: Drawing, screening: Screening): Promise<void> {
  const today = dayAt(now, zone);
  const { rows } = await sql<{ client_id: string; on_day: Day; plan_id: string | null }>`select drawn.client_id, drawn.on_day, drawn.plan_id
    from screen_draw drawn where drawn.drawn and drawn.on_day >= ${today} and not exists (select from screen_slot slot
      where slot.organization_id = drawn.organization_id and slot.client_id = drawn.client_id and slot.due_on = drawn.on_day and slot.reason = 'scheduled')`.execute(
    db,
  );
  if (rows.length === 0) return;
  const sessions = await collectionDaysOf(
    db,
    rows.map((row) => row.client_id),
    today,
    addDays(today, 1),
  );
  for (const { client_id, on_day, plan_id } of rows) {
    const session = sessions.get(client_id)?.find(({ on, endsAt }) => on === on_day && endsAt > now);
    if (session === undefined) continue;
    const opens_at = collectionOpensAt(session, screening, zone);
    await db
      .insertInto('screen_slot')
      .values({ organization_id: organizationId, client_id, session_id: session.sessionId, due_on: on_day, opens_at, plan_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
