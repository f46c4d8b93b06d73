import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClinic, ask, entries, goodAsks, goodRequests, type Clinic } from './promises-world.ts';

let clinic: Clinic;
let clientIds: ReadonlySet<string>;
beforeAll(async () => {
  clinic = await aClinic();
});
afterAll(() => clinic.world.drop());

const idsIn = (text: string): string[] => [...new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))];

async function everyClient(): Promise<ReadonlySet<string>> {
  return new Set((await clinic.world.db.selectFrom('client').select('id').execute()).map(({ id }) => id));
}

const eventsOf = async (response: Response) => {
  const id = response.headers.get('x-request-id') ?? '';
  return clinic.world.db.selectFrom('audit_event').selectAll().where('request_id', '=', id).execute();
};

test('every entry of the contract has a request here that is answered', () => {
  expect(Object.keys(goodRequests).toSorted()).toEqual(entries.map(({ action }) => action).toSorted());
});

const nobodyNamed = new Set([
  'clients.choices',
  'changes.since',
  'cohort.overview',
  'cohort.annotate',
  'cohort.rebase',
  'cohort.withdrawMark',
  'coverage.list',
  'coverage.past',
  'imports.list',
  'imports.upload',
  'imports.one',
  'imports.match',
  'imports.fix',
  'imports.skip',
  'imports.start',
  'imports.retry',
  'imports.held',
  'imports.throwAway',
  'medications.editMap',
  'medications.map',
  'panels.addLot',
  'closures.list',
  'closures.past',
  'closures.preview',
  'groups.list',
  'groups.ended',
  'groups.one',
  'groups.add',
  'groups.edit',
  'groups.goOn',
  'drugScreens.codes',
  'locations.list',
  'locations.addProgram',
  'locations.editProgram',
  'locations.addSite',
  'locations.editSite',
  'clients.choices',
  'clients.count',
  'panels.addLot',
  'changes.since',
  'cohort.overview',
  'sessions.ofDay',
]);

describe.each(entries)('$action', ({ action, entry, role }) => {
  const write = entry.idempotent === true;

  test('leaves one event that names every client of its answer, and every client it changed', async () => {
    let named = 0;
    for (const one of await goodAsks(clinic, action)) {
      const response = await ask(clinic.world, one);
      const text = await response.text();
      expect([response.status, text.slice(0, 200)]).toEqual([200, expect.anything()]);
      clientIds = await everyClient();
      const answered = idsIn(text).filter((id) => clientIds.has(id));
      const requested = idsIn(JSON.stringify(one.input)).filter((id) => clientIds.has(id));
      const events = await eventsOf(response);
      if (action === 'changes.since') {
        expect([answered, events]).toEqual([[], []]);
        continue;
      }
      expect(events).toMatchObject([{ action, kind: write ? 'write' : 'read', role, organization_id: clinic.world.organizationId }]);
      const written = events.flatMap((event) => event.client_ids);
      if (write) expect(written).toEqual(expect.arrayContaining(requested));
      else expect(written.toSorted()).toEqual(answered.toSorted());
      expect(written).toEqual(expect.arrayContaining(answered));
      named += written.length;
    }
    expect(named > 0).toBe(!nobodyNamed.has(action));
  });
});

test('a request that is repeated leaves an event of its own, and one that is refused leaves none that says it was answered', async () => {
  const [one] = await goodAsks(clinic, 'adjustments.start');
  if (one === undefined) throw new Error('nothing to ask');
  const again = { ...one, headers: { 'idempotency-key': '0190a7a0-0000-4000-8000-0000000000aa' } };
  expect(await eventsOf(await ask(clinic.world, again))).toHaveLength(1);
  expect(await eventsOf(await ask(clinic.world, again))).toHaveLength(1);
  const refused = await ask(clinic.world, { ...one, input: { ...one.input, trigger: 'screen' } });
  expect([refused.status, await eventsOf(refused)]).toEqual([400, []]);
});

test('a look at somebody else’s client is written down as denied, and so is one at a session that isn’t theirs', async () => {
  const nowhere = '0190a7a0-0000-7000-8000-000000000000';
  for (const one of [
    { action: 'clients.page', input: { clientId: nowhere } },
    { action: 'drugScreens.cupLog', input: { sessionId: nowhere } },
  ]) {
    const response = await ask(clinic.world, one);
    expect([response.status, await eventsOf(response)]).toMatchObject([404, [{ kind: 'denied', action: one.action }]]);
  }
});

test('where the event can’t be written nothing is answered and nothing is changed', async () => {
  const asks = (await Promise.all(entries.map(({ action }) => goodAsks(clinic, action)))).flat();
  const counts = async () =>
    Promise.all(
      (['adjustment', 'contact', 'snooze', 'screen', 'idempotency_record'] as const).map((table) =>
        clinic.world.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('count'))
          .executeTakeFirstOrThrow(),
      ),
    );
  const before = await counts();
  await sql`revoke insert on audit_event from cairn_app`.execute(clinic.world.db);
  try {
    for (const one of asks.filter(({ action }) => action !== 'changes.since')) {
      const response = await ask(clinic.world, one);
      const text = await response.text();
      expect([one.action, response.status]).toEqual([one.action, 503]);
      expect(idsIn(text)).toEqual([]);
    }
  } finally {
    await sql`grant insert on audit_event to cairn_app`.execute(clinic.world.db);
  }
  expect(await counts()).toEqual(before);
});
