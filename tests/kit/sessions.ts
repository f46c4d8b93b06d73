import { day, instantFrom, type Day, type Instant } from '#domain/calendar/calendar.ts';
import type { World } from './world.ts';

export const strips = ['AMP', 'BAR', 'BUP', 'BZO', 'COC', 'FEN', 'MDMA', 'MET', 'MTD', 'OPI', 'OXY', 'THC'];

export const moment = (text: string): Instant => {
  const found = instantFrom(text);
  if (found === null) throw new RangeError(`${text} is no moment`);
  return found;
};

type Where = Pick<World, 'db' | 'organizationId' | 'programId'>;

/** A group session of the evening before the world's clock, unless said otherwise: 6 to 9 pm in Chicago. */
export async function aSession(
  world: Where,
  wanted: { readonly on?: Day; readonly title?: string; readonly leaderId?: string } = {},
): Promise<string> {
  const on = wanted.on ?? day('2026-11-22');
  const { id } = await world.db
    .insertInto('session')
    .values({
      organization_id: world.organizationId,
      program_id: world.programId,
      site_id: null,
      group_id: null,
      leader_id: wanted.leaderId ?? null,
      outside_key: null,
      service: 'group',
      title: wanted.title ?? 'IOP-D evening',
      session_on: on,
      starts_at: moment(`${on}T18:00:00-06:00`),
      ends_at: moment(`${on}T21:00:00-06:00`),
      cancelled_because: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A twelve-strip cup with a lot that keeps and one that is past its date. */
export async function aPanel(world: Where): Promise<string> {
  const { id } = await world.db
    .insertInto('panel')
    .values({ organization_id: world.organizationId, name: '12-panel cup', specimen: 'urine-cup', analytes: strips })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('panel_lot')
    .values([
      { organization_id: world.organizationId, panel_id: id, lot: '4471', expires_on: day('2027-03-31') },
      { organization_id: world.organizationId, panel_id: id, lot: '3902', expires_on: day('2026-10-31') },
    ])
    .execute();
  return id;
}

/** A client is due in a session. Answers the slot. */
export async function aSlot(world: Where, clientId: string, sessionId: string | null, on: Day = day('2026-11-22')): Promise<string> {
  const { id } = await world.db
    .insertInto('screen_slot')
    .values({ organization_id: world.organizationId, client_id: clientId, session_id: sessionId, due_on: on })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** How a row of a medication list says that its prescriber confirmed it. */
export const verifiedByPrescriber = { verified_how: 'prescriber', verified_at: moment('2026-07-01T12:00:00Z') } as const;

/** A medication that the prescriber has confirmed. */
export async function takes(world: Where, clientId: string, name: string, since: Day, dose = '12 mg'): Promise<void> {
  await world.db
    .insertInto('medication')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      name,
      dose,
      started_on: since,
      ended_on: null,
      ...verifiedByPrescriber,
    })
    .execute();
}

/** One row of a log: a cup with every line, unless said otherwise. */
export const aRow = (clientId: string, slotId: string | null, wanted: Readonly<Record<string, unknown>> = {}) => ({
  clientId,
  slotId,
  outcome: 'collected',
  noLine: [] as readonly string[],
  notValid: null,
  temperatureInRange: true,
  toLab: false,
  readAt: null,
  ...wanted,
});

/** A row without a cup. */
export const noCup = (clientId: string, slotId: string | null, outcome: string) =>
  aRow(clientId, slotId, { outcome, temperatureInRange: null });

/** A log of rows, its cups counted rightly. */
export const aLog = (panelId: string, rows: readonly ReturnType<typeof aRow>[], more: Readonly<Record<string, unknown>> = {}) => ({
  panelId,
  lot: '4471',
  cupsCounted: rows.filter(({ outcome }) => outcome === 'collected').length,
  rows,
  safety: [],
  ...more,
});
