import { expect, test } from 'vitest';
import { requested, done, refusedField, sent } from '#kit/schedule.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

test('programs, sites and those who may lead are listed; an administrator leads nothing', async () => {
  expect(await requested(world, 'tech', '/locations')).toMatchObject({
    programs: [{ id: world.programId, name: 'North adult', population: 'adult', groups: 0, version: 1 }],
    sites: [{ id: world.siteId, name: 'North site', groups: 0, version: 1 }],
    leaders: [{ name: 'director of North' }, { name: 'tech of North' }, { name: 'therapist of North' }],
  });
});

test('a program is added and renamed, and whoever made it and the directors work in it', async () => {
  const { id } = await done(world, 'administrator', '/programs', { name: 'Teens', population: 'adolescent' });
  const members = await world.db.selectFrom('staff_program').select('staff_id').where('program_id', '=', id).execute();
  expect(members.map(({ staff_id }) => staff_id).toSorted()).toEqual(
    [world.staff.administrator.staffId, world.staff.director.staffId].toSorted(),
  );
  expect(await done(world, 'director', `/programs/${id}`, { name: 'Young people', population: 'adolescent' }, 1)).toEqual({
    id,
    version: 2,
  });
  expect(await sent(world, 'director', `/programs/${id}`, { name: 'Teens', population: 'adolescent' }, 1)).toMatchObject({ status: 412 });
  expect(await sent(world, 'director', `/programs/${id}`, { name: 'Teens', population: 'adolescent' })).toMatchObject({ status: 428 });
  expect(await sent(world, 'director', '/programs', { name: 'young people', population: 'adult' })).toMatchObject(
    refusedField('name', /already/),
  );
});

test('a site is added and renamed; a therapist can do neither', async () => {
  const { id } = await done(world, 'director', '/sites', { name: 'Mill Lane' });
  expect(await done(world, 'administrator', `/sites/${id}`, { name: 'Mill Street' }, 1)).toEqual({ id, version: 2 });
  expect(await sent(world, 'administrator', `/sites/${id}`, { name: 'North site' }, 2)).toMatchObject(refusedField('name', /already/));
  expect(await sent(world, 'therapist', '/sites', { name: 'Elsewhere' })).toMatchObject({ status: 403 });
});
