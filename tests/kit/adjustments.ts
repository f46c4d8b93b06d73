import { day, momentOf, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { signDueAt, talkDueAt } from '#domain/adjustments/open.ts';
import type { Expectation, Result, Validity } from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from '#domain/medications/expectation-cause.ts';
import type { Role } from '#domain/people/roles.ts';
import { defaultSettings, openDaysOf } from '#domain/programs/settings.ts';
import { projectReadings } from '#server/drug-screens/findings.projection.ts';
import type { Actor } from '#server/access/actor.ts';
import { aClient } from './clients.ts';
import type { World } from './world.ts';

const zone = 'America/Chicago';

type Reading = { readonly result: Result; readonly expectation?: Expectation; readonly because?: ExpectationCause };
type WantedScreen = {
  readonly on?: Day;
  readonly time?: string;
  readonly validity?: Validity;
  readonly results?: Readonly<Record<string, Reading>>;
};

const cocaine: Readonly<Record<string, Reading>> = { COC: { result: 'presumptive-positive' }, FEN: { result: 'negative' } };

/** One scheduled cup, read and projected. Two lines, cocaine detected, unless said otherwise. */
export async function aScreen(
  world: World,
  clientId: string,
  wanted: WantedScreen = {},
): Promise<{ screenId: string; on: Day; at: Instant }> {
  const on = wanted.on ?? day('2026-11-21');
  const at = momentOf(on, wanted.time ?? '20:20', zone);
  const { id: screenId } = await world.db
    .insertInto('screen')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      scheduled: true,
      outcome: 'collected',
      specimen: 'urine-cup',
      validity: wanted.validity ?? 'valid',
      collected_on: on,
      collected_at: at,
      received_at: at,
      source: 'logged',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const results = Object.entries(wanted.results ?? cocaine).map(([analyte, { result, expectation, because }]) => ({
    organization_id: world.organizationId,
    screen_id: screenId,
    analyte,
    result,
    expectation: expectation ?? ('wont-show' as const),
    expected_because: because === undefined ? null : JSON.stringify(because),
  }));
  await world.db.insertInto('analyte_result').values(results).execute();
  await projectReadings({ db: world.db, settings: defaultSettings }, world.organizationId, [clientId], on);
  return { screenId, on, at };
}

type Wanted = WantedScreen & { readonly number?: number; readonly analytes?: readonly string[]; readonly openedAt?: Instant };

/** An unexpected screen with the adjustment that it opened, still due. */
export async function anAdjustment(
  world: World,
  clientId: string,
  wanted: Wanted = {},
): Promise<{ adjustmentId: string; screenId: string }> {
  const { screenId, at } = await aScreen(world, clientId, wanted);
  const openedAt = wanted.openedAt ?? at;
  const open = openDaysOf(defaultSettings, []);
  const analytes = wanted.analytes ?? ['COC'];
  const { id: adjustmentId } = await world.db
    .insertInto('adjustment')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      number: wanted.number ?? 1,
      trigger: 'screen',
      screen_id: screenId,
      analytes: [...analytes],
      specimen_not_valid: analytes.length === 0,
      opened_at: openedAt,
      talk_due_at: talkDueAt(openedAt, defaultSettings, zone, open),
      sign_due_at: signDueAt(openedAt, defaultSettings, zone, open),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const links = (analytes.length === 0 ? ['specimen'] : analytes).map((analyte) => ({
    organization_id: world.organizationId,
    adjustment_id: adjustmentId,
    screen_id: screenId,
    analyte,
    attached_at: openedAt,
  }));
  await world.db.insertInto('adjustment_result').values(links).execute();
  return { adjustmentId, screenId };
}

/** A group of three hours at 6 pm, and how the client was there. */
export async function aSession(
  world: World,
  clientId: string,
  on: Day,
  status: 'present' | 'absent' | 'excused' | 'booked',
): Promise<void> {
  const { id } = await world.db
    .insertInto('session')
    .values({
      organization_id: world.organizationId,
      program_id: world.programId,
      service: 'group',
      title: 'IOP-A',
      session_on: on,
      starts_at: momentOf(on, '18:00', zone),
      ends_at: momentOf(on, '21:00', zone),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('attendance')
    .values({ organization_id: world.organizationId, session_id: id, client_id: clientId, session_on: on, status })
    .execute();
}

export const addressOf = (clientId: string, adjustmentId: string, step = ''): string =>
  `/clients/${clientId}/adjustments/${adjustmentId}${step === '' ? '' : `/${step}`}`;

export const post = (
  world: World,
  who: Role | Actor,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => world.as(who).post(path, body, headers);

/** The version that the page saw, as the header that names it. */
export const seen = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

type Fields = Readonly<Record<string, unknown>>;

export const aTalk = (over: Fields = {}): Fields => ({
  checked: 'go-ahead',
  at: 'now',
  method: 'in-person',
  ownWords: 'Friday was cut short and I went to my cousin instead of calling.',
  mayAppearInExports: false,
  safety: null,
  notified: null,
  naloxone: null,
  ...over,
});

export const aSignature = (world: World, over: Fields = {}): Fields => ({
  changes: [
    { line: 'add-group', what: 'Saturday 2 pm skills group', fromOn: '2026-11-28', who: world.staff.therapist.staffId },
    {
      line: 'return-to-use-prevention',
      what: 'Plan for free weekends, one page',
      fromOn: '2026-11-24',
      who: world.staff.therapist.staffId,
    },
  ],
  noChangeReason: null,
  followUpOn: '2026-12-07',
  followUpBy: world.staff.therapist.staffId,
  betterLooksLike: '2 screens as expected, 10 h a week',
  clientView: 'agrees',
  naloxone: 'given-today',
  safety: 'checked-no-concern',
  notified: null,
  ...over,
});

export const noChange = (world: World, over: Fields = {}): Fields =>
  aSignature(world, {
    changes: [],
    noChangeReason: 'A lapse between two jobs; the plan holds.',
    followUpOn: null,
    followUpBy: null,
    betterLooksLike: null,
    ...over,
  });

/** The answer's body where the request was answered, and its refusal where it wasn't. */
export async function bodyOf(response: Response): Promise<Record<string, unknown> & { fields?: { field: string; message: string }[] }> {
  return Object(await response.json());
}

/** One open adjustment of one client: its page, its row, and a way to take the next step. */
export async function aCase(world: World, wanted: Wanted = {}) {
  const { clientId, episodeId } = await aClient(world);
  const { adjustmentId, screenId } = await anAdjustment(world, clientId, wanted);
  return {
    clientId,
    episodeId,
    adjustmentId,
    screenId,
    send: (step: string, body: unknown, version: number, headers: Readonly<Record<string, string>> = {}) =>
      post(world, 'therapist', addressOf(clientId, adjustmentId, step), body, { ...seen(version), ...headers }),
    page: async () => bodyOf(await world.as('therapist').get(addressOf(clientId, adjustmentId))),
    stored: () => world.db.selectFrom('adjustment').selectAll().where('id', '=', adjustmentId).executeTakeFirstOrThrow(),
  };
}
