import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathFields } from '#contract/paths.ts';
import { anAdjustment } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aRow, aSession } from '#kit/sessions.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import type { Actor } from '#server/access/actor.ts';
import { aClinic, ask, asSouth, entries, goodAsks, stored, type Ask, type Clinic } from './promises-world.ts';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await aClinic();
});
afterAll(() => clinic.world.drop());

const ofSomething = entries.filter(({ entry }) => pathFields(entry.path).some((field) => field.endsWith('Id')));

/** All that an answer says, but for the request's own id. */
async function refusalIn(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
  return { status: response.status, body: await response.text(), headers };
}

const missing = (one: Ask, path: string): Ask => ({
  ...one,
  input: { ...one.input, ...Object.fromEntries(pathFields(path).map((field) => [field, randomUUID()])) },
});

/** Somebody whose staff id is at home in the other organization: whatever compares ids alone would let them in. */
const impostor = (actor: Actor, organizationId: string): Actor => ({ ...actor, organizationId });

describe.each(ofSomething)('$action', ({ action, entry, role }) => {
  test('of another organization is answered, to the letter, like what isn’t there, and changes nothing', async () => {
    const south = asSouth(clinic);
    const [one] = await goodAsks(south, action);
    if (one === undefined) throw new Error(`nothing to ask of ${action}`);
    const before = [await stored(south.world), await stored(clinic.world)];
    for (const who of [clinic.world.staff[role], impostor(clinic.south.staff[role], clinic.world.organizationId)]) {
      const foreign = await refusalIn(await ask(clinic.world, one, who));
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(await refusalIn(await ask(clinic.world, missing(one, entry.path), who)));
    }
    expect([await stored(south.world), await stored(clinic.world)]).toEqual(before);
    expect((await ask(south.world, one)).status).toBe(200);
  });

  test('asked by the wrong role is refused for the role, whatever the id', async () => {
    const [own] = await goodAsks(clinic, action);
    const [foreign] = await goodAsks(asSouth(clinic), action);
    if (own === undefined || foreign === undefined) throw new Error(`nothing to ask of ${action}`);
    const [noun = '', name = ''] = action.split('.');
    for (const wrong of (['tech', 'administrator'] as const).filter((one) => !rolesFor(noun, name).includes(one))) {
      const answers = await Promise.all(
        [own, foreign, missing(own, entry.path)].map(async (one) => refusalIn(await ask(clinic.world, one, wrong))),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    }
  });
});

test('an id inside a body reaches no further than one in an address', async () => {
  const { world, panelId } = clinic;
  const south = asSouth(clinic);
  const [{ clientId }, stranger] = [await aClient(world), await aClient(south.world)];
  const { screenId } = await anAdjustment(world, clientId);
  const sessionId = await aSession(world);
  const bodies = (id: string): Ask[] => [
    { action: 'drugScreens.record', input: { sessionId, ...aLog(panelId, [aRow(id, null)]) } },
    {
      action: 'drugScreens.record',
      input: {
        sessionId,
        ...aLog(panelId, [], {
          safety: [{ clientId: id, trigger: 'withdrawal', notified: { who: 'On call', at: '2026-11-23T14:00:00Z' } }],
        }),
      },
    },
    { action: 'drugScreens.amend', input: { screenId, because: 'wrong-client', changes: { clientId: id } } },
  ];
  const before = await stored(south.world);
  for (const [index, one] of bodies(stranger.clientId).entries()) {
    const absent = bodies(randomUUID())[index];
    const foreign = await refusalIn(await ask(world, one));
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await refusalIn(await ask(world, absent ?? one)));
  }
  expect(await stored(south.world)).toEqual(before);
});

test('a need that is put off for one adjustment names an adjustment of that client', async () => {
  const { world } = clinic;
  const [{ clientId }, other] = [await aClient(world), await aClient(world)];
  const [own, foreign] = [await anAdjustment(world, clientId), await anAdjustment(world, other.clientId)];
  const put = (adjustmentId: string) =>
    ask(world, { action: 'caseload.snooze', input: { clientId, need: 'sign', adjustmentId, reason: 'Away.', until: '2026-11-25' } });
  const refusals = await Promise.all([foreign.adjustmentId, randomUUID()].map(async (id) => refusalIn(await put(id))));
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]).toMatchObject({ status: 400 });
  expect((await put(own.adjustmentId)).status).toBe(200);
});
