import { beforeAll, expect, test } from 'vitest';
import type { CaseloadPage } from '#contract/caseload.ts';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { answeredItem9 } from '#kit/safety.ts';
import { needingToday, nothingNeededToday, todayPage } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();
const needing: string[] = [];
const resting: string[] = [];

/** 104 people who need something, each at a moment of their own, and 60 who need nothing. */
beforeAll(async () => {
  for (let index = 0; index < 164; index += 1) {
    const { clientId } = await aClient(world, {
      firstName: 'Ada',
      lastName: `${index < 104 ? 'Needing' : 'Resting'}${String(index).padStart(3, '0')}`,
    });
    (index < 104 ? needing : resting).push(clientId);
  }
  await attended(world, resting, [day('2026-11-18'), day('2026-11-20')]);
  // Those who were seen last are the first in the alphabet, so that the clock and the name don't agree.
  for (const [index, clientId] of needing.entries())
    await answeredItem9(world, clientId, new Date(Date.parse('2026-11-23T13:00:00Z') - index * 60_000).toISOString() as never);
});

test('what is more than one request works out is said to be being worked out, never to be nothing', async () => {
  const { counts } = await todayPage(world);
  expect(counts).toMatchObject({ clients: 164, beingWorkedOut: 64 });
  expect(counts.needing + counts.nothingNeeded).toBe(100);
});

test('the first fifty come with exact counts, and the rest page after page without a gap or a repeat', async () => {
  const rows = await needingToday(world);
  const first = await todayPage(world);
  expect(first.clients).toHaveLength(50);
  expect(first.counts).toMatchObject({ clients: 164, needing: 104, nothingNeeded: 60, beingWorkedOut: 0 });
  expect(rows.map(({ clientId }) => clientId).toSorted()).toEqual(needing.toSorted());
  const clocks = rows.map(({ needs }) => needs[0]?.dueAt ?? '');
  expect(clocks).toEqual(clocks.toSorted());
});

test('those who need nothing come by name, fifty at a time', async () => {
  const first = await nothingNeededToday(world);
  const then = await world.as('therapist').post('/today/nothing-needed', { text: '', after: first.at(-1)?.clientId });
  const { clients, next } = (await then.json()) as { clients: { clientId: string }[]; next: string | null };
  expect([first.length, clients.length, next]).toEqual([50, 10, null]);
  expect([...first, ...clients].map(({ clientId }) => clientId)).toEqual(resting);
});

test('a filter finds its people on whatever page they are, and leaves the counts of everybody as they are', async () => {
  const answer = await world.as('therapist').post('/today/search', { text: 'needing103' });
  const found = (await answer.json()) as CaseloadPage;
  expect(found.clients.map(({ clientId }) => clientId)).toEqual([needing[103]]);
  expect([found.counts.needing, found.matching.needing, found.matching.nothingNeeded]).toEqual([104, 1, 0]);
});

test('a sign that the database gives a meaning to is looked for as it is', async () => {
  const answer = await world.as('therapist').post('/today/search', { text: '%' });
  expect(((await answer.json()) as CaseloadPage).matching).toEqual({ needing: 0, goodNews: 0, snoozed: 0, nothingNeeded: 0 });
});
