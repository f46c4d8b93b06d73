import { expect, test } from 'vitest';
import { addHours, instantOf } from '#domain/calendar/calendar.ts';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import { nounsToAskAgain } from '#server/http/changed-nouns.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';

const world = worldOfEachTest();

type Heard = { readonly seq: number; readonly nouns: readonly string[] };
const since = async (seq: number): Promise<Heard> => (await world.as('tech').get(`/changes?since=${seq}`)).json();

/** Where a page goes on from once it has heard everything. Whoever writes on the same server meanwhile, in whatever database, is waited for. */
async function heardAll(from: number): Promise<number> {
  let { seq } = await since(from);
  await expect
    .poll(
      async () => {
        const heard = await since(seq);
        ({ seq } = heard);
        return heard.nouns;
      },
      { timeout: 20_000 },
    )
    .toEqual([]);
  return seq;
}

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
  const before = await heardAll(0);
  const early = await anOpenWrite('episodes');
  await aWrite('drug-screens');
  const first = await since(before);
  expect(first.nouns).toEqual(['drug-screens']);
  await early.commit();
  expect((await since(first.seq)).nouns).toContain('episodes');
  await heardAll(first.seq);
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
  await heardAll(seq);
});

test('marks go after two days but for the last of each noun, and a page that was away longer asks everything again', async () => {
  await aWrite('groups');
  const seq = await heardAll(0);
  await aWrite('groups');
  await aWrite('reviews');
  await prune();
  expect(await marks()).toEqual(['groups', 'groups', 'reviews']);
  hoursLater(49);
  await prune();
  expect(await marks()).toEqual(['groups', 'reviews']);
  const back = await since(seq);
  expect(back.nouns).toEqual(nounsToAskAgain('everything'));
  await heardAll(back.seq);
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
  await heardAll(heard.seq);
});
