import { inside } from '#kit/world.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { dischargeReasons } from '#domain/episodes/discharge-reasons.ts';
import { addressOf, aSignature, aTalk, bodyOf, noChange, post, seen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aRow, aSession } from '#kit/sessions.ts';
import { openApi } from '#server/http/open-api.ts';
import { aClinic, type Clinic } from './promises-world.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await aClinic();
});
afterAll(() => clinic.world.drop());

/** A client with a phase and prescribed hours, whom every result can be about. */
async function somebodyInCare() {
  const { db, organizationId: organization_id } = clinic.world;
  const { clientId } = await aClient(clinic.world);
  const from_on = day('2026-06-08');
  await db
    .insertInto('phase_span')
    .values({ organization_id, client_id: clientId, number: 2, name: 'Building', from_on, criteria: '[]' })
    .execute();
  await db.insertInto('prescribed_hours').values({ organization_id, client_id: clientId, hours_per_week: 9, from_on }).execute();
  return clientId;
}

async function careOf(clientId: string) {
  const all = (table: 'episode' | 'phase_span' | 'prescribed_hours' | 'leave_span' | 'payer_authorization' | 'medication') =>
    clinic.world.db.selectFrom(table).selectAll().where('client_id', '=', clientId).execute();
  return Promise.all([
    all('episode'),
    all('phase_span'),
    all('prescribed_hours'),
    all('leave_span'),
    all('payer_authorization'),
    all('medication'),
  ]);
}

const codes = fc.subarray(['AMP', 'COC', 'FEN', 'OPI', 'BUP', 'THC']);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('log' as const),
    noLine: codes,
    on: fc.integer({ min: 1, max: 22 }),
    notValid: fc.constantFrom(null, 'substituted'),
  }),
  fc.record({ kind: fc.constant('amend' as const), noLine: codes, confirmed: fc.constantFrom('confirmed-positive', 'not-confirmed') }),
  fc.record({ kind: fc.constant('answer' as const), with: fc.constantFrom('talk', 'explanation', 'signature', 'no-change', 'outcome') }),
  fc.record({ kind: fc.constant('start' as const), trigger: fc.constantFrom('own-report', 'missed-care', 'instrument', 'team') }),
  fc.record({ kind: fc.constant('contact' as const), method: fc.constantFrom('voicemail', 'letter', 'phone') }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(clientId: string, one: Step): Promise<number> {
  const { world, panelId } = clinic;
  switch (one.kind) {
    case 'log': {
      const sessionId = await aSession(world, { on: day(`2026-11-${String(one.on).padStart(2, '0')}`) });
      const row = aRow(clientId, null, { walkIn: true, ...(one.notValid === null ? { noLine: one.noLine } : { notValid: one.notValid }) });
      return (await post(world, 'tech', `/sessions/${sessionId}/results`, aLog(panelId, [row]))).status;
    }
    case 'amend': {
      const last = await world.db
        .selectFrom('screen')
        .select('id')
        .where('client_id', '=', clientId)
        .orderBy('received_at', 'desc')
        .executeTakeFirst();
      const results = one.noLine.map((analyte) => ({ analyte, result: one.confirmed }));
      const body = { because: 'lab-correction', changes: { results } };
      return last === undefined ? 200 : (await post(world, 'therapist', `/screens/${last.id}/amendments`, body)).status;
    }
    case 'answer': {
      const last = await world.db
        .selectFrom('adjustment')
        .select(['id', 'version'])
        .where('client_id', '=', clientId)
        .orderBy('number', 'desc')
        .executeTakeFirst();
      if (last === undefined) return 200;
      const explained = { because: 'lab', words: 'Not confirmed.', naloxone: 'has-it' };
      const bodies = {
        talk: aTalk(),
        explanation: explained,
        signature: aSignature(world),
        'no-change': noChange(world),
        outcome: { outcome: 'needs-more', note: 'Hard.' },
      };
      const path = addressOf(clientId, last.id, one.with === 'no-change' ? 'signature' : one.with);
      return (await post(world, 'therapist', path, bodies[one.with], seen(last.version))).status;
    }
    case 'start':
      return (
        await post(world, 'therapist', `/clients/${clientId}/adjustments`, { trigger: one.trigger, about: 'Something to talk about.' })
      ).status;
    case 'contact':
      return (await post(world, 'therapist', `/clients/${clientId}/contacts`, { method: one.method, twoWay: false, at: 'now' })).status;
  }
  return one satisfies never;
}

test(
  'no sequence of results, corrections, talks, explanations, signatures and outcomes ends care or takes any of it away',
  { timeout: 60_000 },
  async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const clientId = await somebodyInCare();
        const before = await careOf(clientId);
        for (const one of steps) {
          const status = await take(clientId, one);
          expect([200, 400, 409, 412]).toContain(status);
          if (status === 200) taken += 1;
        }
        expect(await careOf(clientId)).toEqual(before);
      }),
      { numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(40);
  },
);

function valuesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => [name, ...valuesIn(inner)]) : [];
}

/** The operations whose input may say this word. */
function operationsWith(word: string): string[] {
  const paths = Object.entries(Object(openApi()['paths']) as Record<string, Record<string, Record<string, unknown>>>);
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody, parameters }]) =>
      valuesIn([requestBody, parameters]).includes(word) ? [`${method} ${path}`] : [],
    ),
  );
}

test('the contract ends an episode by its closing reasons alone, and none of them, here or in the database, names a test', async () => {
  const said = valuesIn(openApi());
  expect(said.length).toBeGreaterThan(500);
  // The one word of discharge is the note of an episode that has ended.
  expect(said.filter((one) => one !== 'dischargeNote' && /discharg|terminat|expel|dismiss/i.test(one))).toEqual([]);
  const ending = operationsWith('ended-by-program');
  expect(ending).toEqual(['post /api/clients/{clientId}/episodes/{episodeId}/ending']);
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'
    and connamespace = current_schema()::regnamespace and pg_get_constraintdef(oid) ~ 'closed_because|cause = ANY'`.execute(
    clinic.world.db,
  );
  expect(rows.length).toBeGreaterThan(1);
  const reasons = rows.flatMap(({ definition }) => [...definition.matchAll(/'([^']+)'::text/g)].map(([, reason]) => reason));
  expect(reasons.length).toBeGreaterThan(10);
  const tests = /screen|test|drug|positive|urine|cup|analyte|specimen|relapse|substance|\buse/i;
  expect([...reasons, ...dischargeReasons].filter((reason) => tests.test(reason ?? ''))).toEqual([]);
});

test('an amended screen and the one it amends can both be read, each as it was written', async () => {
  const { world, panelId } = clinic;
  const clientId = await somebodyInCare();
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const logged = await post(
    world,
    'tech',
    `/sessions/${sessionId}/results`,
    aLog(panelId, [aRow(clientId, null, { walkIn: true, noLine: ['COC'] })]),
  );
  expect([logged.status, await logged.json()]).toMatchObject([200, {}]);
  const versions = () =>
    sql<{
      id: string;
      result: string;
      row: string;
    }>`select s.id, r.result, to_jsonb(s)::text as row from screen s join analyte_result r on r.screen_id = s.id
      where s.client_id = ${clientId} and r.analyte = 'COC' order by s.amends_id nulls first`.execute(world.db);
  const [first] = (await versions()).rows;
  const body = { because: 'lab-correction', changes: { results: [{ analyte: 'COC', result: 'not-confirmed' }] } };
  const { screenId } = await bodyOf(await post(world, 'therapist', `/screens/${first?.id}/amendments`, body));
  expect((await versions()).rows).toMatchObject([first, { id: screenId, result: 'not-confirmed' }]);
  expect(first?.result).toBe('presumptive-positive');
});

test('what is written once can’t be changed, taken away or emptied, by the owner of the tables or by the app', async () => {
  const { world } = clinic;
  const clientId = await somebodyInCare();
  expect(await take(clientId, { kind: 'log', noLine: ['COC'], on: 20, notValid: null })).toBe(200);
  const { id: episode_id } = await world.db.selectFrom('episode').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow();
  const [signed_by, second_signer] = [world.staff.therapist.staffId, world.staff.director.staffId];
  const narrative = 'What happened, as those who were there told it.';
  await world.db
    .insertInto('safety_discharge')
    .values({ organization_id: world.organizationId, episode_id, cause: 'threat', narrative, signed_by, second_signer })
    .execute();
  for (const name of ['screen', 'analyte_result', 'audit_event', 'safety_discharge']) {
    const table = sql.table(name);
    const everything = async () => (await sql<object>`select * from ${table}`.execute(world.db)).rows;
    const before = await everything();
    expect([name, before.length > 0]).toEqual([name, true]);
    for (const statement of [
      sql`update ${table} set organization_id = organization_id`,
      sql`delete from ${table}`,
      sql`truncate ${table} cascade`,
      sql`with gone as (delete from ${table} returning 1) select count(*) from gone`,
      sql`insert into ${table} overriding system value select * from ${table} on conflict do nothing`,
    ]) {
      const isInsert = statement.compile(world.db).sql.startsWith('insert');
      const owner = statement.execute(world.db);
      if (isInsert) await owner.catch(() => undefined);
      else await expect(owner).rejects.toThrow(/keeps every row as it was written/);
      if (!isInsert) await expect(inside(world, (db) => statement.execute(db))).rejects.toThrow(/permission denied|keeps every row/);
    }
    expect(await everything()).toEqual(before);
  }
});
