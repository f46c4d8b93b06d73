import { expect, test } from 'vitest';
import { aCheckedFile, answer, type Brought } from '#kit/brought-files.ts';
import { worldOfFile } from '#kit/world.ts';
import { rowCounts } from './intake-files.ts';

const world = worldOfFile();

const people = Array.from({ length: 300 }, (_, nth) => `P${nth}`);
const clients = ['chart_number,first_name,last_name,opened_on', ...people.map((chart) => `${chart},Ana,Lee${chart},2026-01-05`)].join('\n');
/** Three sessions with everybody in each, the last day first, so that the rows are taken in otherwise than they stand. */
const sessions = [
  'session_key,date,start,end,service,title,chart_number,attendance',
  ...people.flatMap((chart) => [3, 2, 1].map((nth) => `S${nth},2026-07-0${nth},09:00,12:00,group,Dawn,${chart},present`)),
].join('\n');

const counts = async () => {
  const { audit_event: _events, change_mark: _marks, ...stored } = await rowCounts(world);
  return stored;
};
const undo = (file: Brought) => answer(file.call('undo', { leaveDependents: false }), 'undo');

test('more rows than are taken back at once go in the order that lets them: what came later first', async () => {
  const empty = await counts();
  const first = await aCheckedFile(world, 'clients', clients);
  await first.run();
  const before = await counts();
  const second = await aCheckedFile(world, 'sessions', sessions);
  expect((await second.run()).counts).toMatchObject({ in: 900 });
  expect(await undo(second)).toMatchObject({ undone: 900, dependents: [] });
  expect(await counts()).toEqual(before);
  expect(await undo(first)).toMatchObject({ undone: 300, dependents: [] });
  expect(await counts()).toEqual(empty);
});
