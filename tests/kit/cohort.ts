import { randomUUID } from 'node:crypto';
import { addDays, addHours, day, instantOf, momentOf, type Day, type Instant } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome, Finding, Validity } from '#domain/drug-screens/interpret.ts';
import type { World } from './world.ts';

const zone = 'America/Chicago';
type Client = { readonly clientId: string; readonly episodeId: string };

/** The client's group meets on these weekdays, and these hours a week are prescribed from the first of 2026. Null hours: nobody prescribed any. */
export async function meetsOn(
  world: World,
  { clientId, episodeId }: Client,
  weekdays: number[],
  hoursPerWeek: number | null,
): Promise<void> {
  const organization_id = world.organizationId;
  const { id } = await world.db
    .insertInto('care_group')
    .values({ organization_id, program_id: world.programId, site_id: world.siteId, name: randomUUID(), weekdays })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.updateTable('episode').set({ group_id: id }).where('id', '=', episodeId).execute();
  if (hoursPerWeek !== null) {
    await world.db
      .insertInto('prescribed_hours')
      .values({ organization_id, client_id: clientId, hours_per_week: hoursPerWeek, from_on: day('2026-01-01') })
      .execute();
  }
}

type NavigationItem = {
  status?: 'booked' | 'present' | 'late' | 'left-early' | 'absent' | 'excused';
  minutes?: number | null;
  cancelled?: boolean;
  time?: string;
  hours?: number;
};

/** A session of three hours from 6 pm that the client was there for, unless said otherwise. */
export async function sessionOn(world: World, { clientId }: Client, on: Day, booking: NavigationItem = {}): Promise<void> {
  const organization_id = world.organizationId;
  const starts_at = momentOf(on, booking.time ?? '18:00', zone);
  const { id } = await world.db
    .insertInto('session')
    .values({
      organization_id,
      program_id: world.programId,
      site_id: null,
      group_id: null,
      leader_id: null,
      outside_key: null,
      service: 'group',
      title: 'Evening group',
      session_on: on,
      starts_at,
      ends_at: addHours(starts_at, booking.hours ?? 3),
      cancelled_because: booking.cancelled === true ? 'closed' : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('attendance')
    .values({
      organization_id,
      session_id: id,
      client_id: clientId,
      session_on: on,
      status: booking.status ?? 'present',
      minutes: booking.minutes ?? null,
      note: null,
      recorded_by: null,
    })
    .execute();
}

export async function slotOn(world: World, { clientId }: Client, due_on: Day): Promise<string> {
  const { id } = await world.db
    .insertInto('screen_slot')
    .values({ organization_id: world.organizationId, client_id: clientId, session_id: null, due_on })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Screen = {
  outcome?: CollectionOutcome;
  validity?: Validity;
  findings?: Record<string, Finding>;
  slotId?: string | null;
  scheduled?: boolean;
  amends?: string;
};

/** A screen with its reading, as expected unless findings say otherwise. */
export async function screenOn(
  world: World,
  { clientId }: Client,
  on: Day,
  { outcome = 'collected', findings = { AMP: 'as-expected' }, ...screen }: Screen = {},
): Promise<string> {
  const organization_id = world.organizationId;
  const validity = outcome === 'collected' ? (screen.validity ?? 'valid') : null;
  const { id } = await world.db
    .insertInto('screen')
    .values({
      organization_id,
      client_id: clientId,
      slot_id: screen.slotId ?? null,
      session_id: null,
      batch_id: null,
      outside_key: null,
      scheduled: screen.scheduled ?? true,
      outcome,
      specimen: outcome === 'collected' ? 'urine-cup' : null,
      validity,
      validity_reason: null,
      temperature_in_range: null,
      panel_id: null,
      lot: null,
      collected_on: on,
      collected_at: null,
      read_by: null,
      source: 'logged',
      amends_id: screen.amends ?? null,
      amended_because: screen.amends === undefined ? null : 'misread-strip',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (outcome === 'collected') await readingOf(world, clientId, id, validity, findings);
  return id;
}

async function readingOf(
  world: World,
  client_id: string,
  screen_id: string,
  validity: Validity | null,
  findings: Record<string, Finding>,
): Promise<void> {
  const all = Object.entries(findings);
  const codes = (sought: Finding) => all.filter(([, finding]) => finding === sought).map(([code]) => code);
  const unreadable = validity === 'substituted' || all.every(([, finding]) => finding === 'pending' || finding === 'not-interpretable');
  await world.db
    .insertInto('screen_reading')
    .values({
      organization_id: world.organizationId,
      screen_id,
      client_id,
      rule_version: 1,
      interpretable: !unreadable,
      as_expected: !unreadable && all.every(([, finding]) => finding === 'as-expected'),
      negative: false,
      unexpected: codes('unexpected-positive'),
      not_detected: codes('prescribed-not-detected'),
      specimen_not_valid: validity === 'substituted',
      findings: JSON.stringify(findings),
    })
    .execute();
}

type Answer = {
  signedAfter?: number;
  explainedAfter?: number;
  amended?: boolean;
  noChange?: boolean;
  screenId?: string;
  analytes?: string[];
};

let number = 0;

/** A result that asked for an answer, and the answer after so many hours where there is one. */
export async function resultAt(world: World, { clientId }: Client, received: string, answer: Answer = {}): Promise<string> {
  const opened_at = instantOf(new Date(received));
  const after = (hours: number | undefined): Instant | null => (hours === undefined ? null : addHours(opened_at, hours));
  const signed = answer.signedAfter !== undefined;
  number += 1;
  const { id } = await world.db
    .insertInto('adjustment')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      number,
      trigger: 'screen',
      about: null,
      screen_id: answer.screenId ?? null,
      analytes: answer.analytes ?? ['COC'],
      opened_at,
      talk_due_at: addHours(opened_at, 24),
      sign_due_at: addHours(opened_at, 72),
      checked: null,
      talked_at: null,
      talk_method: null,
      own_words: null,
      safety_today: null,
      naloxone: signed ? 'has-it' : null,
      explained_at: after(answer.explainedAfter),
      explained_because: answer.explainedAfter === undefined ? null : 'medication',
      explanation: answer.explainedAfter === undefined ? null : 'cough medicine',
      signed_at: after(answer.signedAfter),
      signed_by: null,
      no_change_reason: answer.noChange === true ? 'the plan already answers it' : null,
      client_view: signed ? 'agrees' : null,
      follow_up_on: null,
      follow_up_by: null,
      better_looks_like: null,
      outcome: null,
      outcome_at: null,
      outcome_note: null,
      amended_at: answer.amended === true ? addHours(opened_at, 1) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Three sessions of three hours in the week: Monday, Wednesday and Friday. */
export async function threeSessions(
  world: World,
  client: Client,
  monday: Day,
  items: readonly (NavigationItem | null)[] = [{}, {}, {}],
): Promise<void> {
  for (const [step, booking] of items.entries()) if (booking !== null) await sessionOn(world, client, addDays(monday, step * 2), booking);
}
