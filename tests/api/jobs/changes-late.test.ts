import { expect, test } from 'vitest';
import { addHours, instantOf } from '#domain/calendar/calendar.ts';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import { nounsToAskAgain } from '#server/http/changed-nouns.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

const world = worldOfEachTest();

type Heard = { readonly seq: number; readonly nouns: readonly string[] };
const since = async (seq: number): Promise<Heard> => (await world.as('tech').get(`/changes?since=${seq}`)).json();

/** A write that has marked what it changes and isn't committed yet. */
async function anOpenWrite(noun: string): Promise<{ readonly commit: () => Promise<void> }> {
  const { promise: marked, resolve: onMarked } = Promise.withResolvers<void>();
  const { promise: wanted, resolve: commit } = Promise.withResolvers<void>();
  const done = inside(world, async (db) => {
    await markChanged(db, world.organizationId, [noun]);
    onMarked();
    await wanted;
  });
  await marked;
  return {
    commit: () => {
      commit();
      return done;
    },
  };
}
const aWrite = (...nouns: string[]) => inside(world, (db) => markChanged(db, world.organizationId, nouns));
const marks = async () => (await world.db.selectFrom('change_mark').select('noun').orderBy('seq').execute()).map(({ noun }) => noun);
const prune = () => runJobs(world.db, instantOf(world.clock.now), { error: (fault: unknown) => expect(fault).toBeUndefined() });
const hoursLater = (hours: number) => {
  world.clock.now = new Date(addHours(instantOf(world.clock.now), hours));
};

test('a page hears of a write that began first and committed last, and of neither for ever', async () => {
  await aWrite('groups');
  const before = await since(0);
  const early = await anOpenWrite('episodes');
  await aWrite('drug-screens');
  const first = await since(before.seq);
  expect(first.nouns).toEqual(['drug-screens']);
  await early.commit();
  const second = await since(first.seq);
  expect(second.nouns).toContain('episodes');
  expect(await since(second.seq)).toEqual({ seq: second.seq, nouns: [] });
});

test('what several writers mark at once is heard by a page that asks between any two of them', async () => {
  const writers = [];
  for (const noun of ['groups', 'episodes', 'reviews', 'closures']) writers.push({ noun, write: await anOpenWrite(noun) });
  let { seq } = await since(0);
  for (const { noun, write } of writers.toReversed()) {
    await write.commit();
    const heard = await since(seq);
    expect(heard.nouns).toContain(noun);
    ({ seq } = heard);
  }
  expect((await since(seq)).nouns).toEqual([]);
});

test('marks go after two days but for the last of each noun, and a page that was away longer asks everything again', async () => {
  await aWrite('groups');
  const { seq } = await since(0);
  await aWrite('groups');
  await aWrite('reviews');
  await prune();
  expect(await marks()).toEqual(['groups', 'groups', 'reviews']);
  hoursLater(49);
  await prune();
  expect(await marks()).toEqual(['groups', 'reviews']);
  const back = await since(seq);
  expect(back.nouns).toEqual(nounsToAskAgain('everything'));
  expect(await since(back.seq)).toEqual({ seq: back.seq, nouns: [] });
  expect((await since(0)).nouns).toEqual(['groups', 'reviews']);
});

test('a database restored on another server goes on telling of changes', async () => {
  await aWrite('groups');
  await world.db.updateTable('change_mark').set({ writer: '999999999999' }).execute();
  const { seq, nouns } = await since(0);
  expect(nouns).toEqual([]);
  await aWrite('reviews');
  const heard = await since(seq);
  expect(heard.nouns).toEqual(['reviews']);
  expect(await since(heard.seq)).toEqual({ seq: heard.seq, nouns: [] });
});
