import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aGroup, inGroup } from '#kit/groups.ts';
import { aMeetingOf, requested, done, refusedField, sent } from '#kit/schedule.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const fields = (name: string) => ({ name, programId: world.programId, siteId: world.siteId, capacity: 12 });
const sessionsOf = (groupId: string) =>
  world.db.selectFrom('session').selectAll().where('group_id', '=', groupId).orderBy('starts_at').execute();

describe('a roster', () => {
  test('names its people to whoever may open them, counts the others, and is written down', async () => {
    const groupId = await aGroup(world, { capacity: 1 });
    const { clientId } = await aClient(world, { firstName: 'Dana', lastName: 'Reyes' });
    expect(await done(world, 'therapist', `/clients/${clientId}/groups/${groupId}`, { fromOn: '2026-11-23' })).toEqual({ warnings: [] });
    const second = await aClient(world, { firstName: 'Ana', lastName: 'Zed' });
    const answer = await done(world, 'therapist', `/clients/${second.clientId}/groups/${groupId}`, { fromOn: '2026-11-30', weekdays: [1] });
    expect(answer.warnings).toEqual([expect.stringMatching(/room for 1 and now has 2/)]);
    const { id: programId } = await world.db
      .insertInto('program')
      .values({ organization_id: world.organizationId, name: 'Other' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await inGroup(world, (await aClient(world, { programId, therapistId: null })).clientId, groupId);
    expect(await requested(world, 'tech', `/groups/${groupId}/roster`)).toMatchObject({
      others: 1,
      people: [
        { clientId, name: 'Dana Reyes', from: '2026-11-23', to: null, weekdays: null, inCare: true },
        { name: 'Ana Zed', from: '2026-11-30', weekdays: [1] },
      ],
    });
    const episode = await world.db.selectFrom('episode').select('group_id').where('client_id', '=', clientId).executeTakeFirst();
    expect(episode).toEqual({ group_id: groupId });
  });

  test('says what its people missed lately, until something makes up for it', async () => {
    const groupId = await aGroup(world);
    const { clientId } = await aClient(world);
    await inGroup(world, clientId, groupId, day('2026-11-09'));
    await done(world, 'director', `/groups/${groupId}/meetings`, aMeetingOf({ fromOn: '2026-11-02' }), 1);
    const [, , missed, next] = await sessionsOf(groupId);
    await world.db
      .updateTable('attendance')
      .set({ status: 'absent' })
      .where('session_id', '=', missed?.id ?? '')
      .execute();
    const roster = () => requested(world, 'tech', `/groups/${groupId}/roster`);
    expect(await roster()).toMatchObject({ people: [{ clientId, missed: [{ sessionId: missed?.id, on: '2026-11-16' }] }] });
    await world.db
      .updateTable('attendance')
      .set({ makes_up: missed?.id ?? null, make_up: true })
      .where('session_id', '=', next?.id ?? '')
      .execute();
    expect(await roster()).toMatchObject({ people: [{ clientId, missed: [] }] });
  });

  test('is left from a day on; a list then shows no group, or the one that stays', async () => {
    const groupId = await aGroup(world);
    const { clientId } = await aClient(world);
    await done(world, 'therapist', `/clients/${clientId}/groups/${groupId}`, { fromOn: '2026-11-23' });
    expect(await done(world, 'therapist', `/clients/${clientId}/groups/${groupId}/end`, { lastOn: '2026-11-24' })).toEqual({});
    expect(await world.db.selectFrom('episode').select('group_id').where('client_id', '=', clientId).executeTakeFirst()).toEqual({
      group_id: null,
    });
    expect(await requested(world, 'therapist', `/groups/${groupId}/roster`)).toMatchObject({ people: [{ clientId, to: '2026-11-24' }] });
    const elsewhere = await aGroup(world);
    expect(await sent(world, 'therapist', `/clients/${clientId}/groups/${elsewhere}/end`, { lastOn: '2026-11-24' })).toMatchObject(
      refusedField('groupId', /aren’t in this group/),
    );
  });

  test('is closed to an administrator and can’t be changed by a tech', async () => {
    const groupId = await aGroup(world);
    const { clientId } = await aClient(world);
    expect((await world.as('administrator').get(`/groups/${groupId}/roster`)).status).toBe(403);
    expect(await sent(world, 'tech', `/clients/${clientId}/groups/${groupId}`, { fromOn: '2026-11-23' })).toMatchObject({ status: 403 });
    expect(await sent(world, 'therapist', '/groups', fields('By a therapist'))).toMatchObject({ status: 403 });
  });
});
