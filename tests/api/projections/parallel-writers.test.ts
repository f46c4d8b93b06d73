import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addHours, instantOf } from '#domain/calendar/calendar.ts';
import { deadlocksIn } from '#kit/database.ts';
import { sharedRecords, writerKinds, writes, type Writer } from '#kit/parallel-writers.ts';
import { knownAt, ruledAt, storedAt } from '#kit/stored-and-ruled.ts';
import { ruledWeeksAt, storedWeeksAt } from '#kit/stored-weeks.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { recomputeStale } from '#server/projections/recompute-stale.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

// CAIRN_WRITERS=10000 asks for a long run.
const requests = Number(process.env['CAIRN_WRITERS'] ?? 320);
const together = 6;

const world = worldOfFile();

const oneWriter = fc.record({
  kind: fc.constantFrom(...writerKinds),
  one: fc.nat(11),
  other: fc.nat(35),
  nth: fc.nat(99),
});

test(
  'however many write to the same clients, sessions and groups at once, nobody is told of a deadlock, and what is stored is what the rules say',
  { timeout: 3_600_000 },
  async () => {
    const records = await sharedRecords(world);
    const rounds = fc.sample(fc.array(oneWriter, { minLength: together, maxLength: together }), Math.ceil(requests / together));
    const answers = new Map<Writer, Map<number, number>>();
    const faults: unknown[] = [];
    let weeksCompared = 0;
    for (const [index, round] of rounds.entries()) {
      await Promise.all(
        round.map(async ({ kind, ...picks }) => {
          const response = await writes(records, kind, picks);
          const counts = answers.get(kind) ?? new Map<number, number>();
          answers.set(kind, counts.set(response.status, (counts.get(response.status) ?? 0) + 1));
          if (response.status >= 500) faults.push([index, kind, picks, await response.text()]);
        }),
      );
      // What everybody stored together is compared now and then, and after the last of them.
      if (index % 20 !== 0 && index !== rounds.length - 1) continue;
      const now = instantOf(world.clock.now);
      // What a closure made old is worked out after its answer.
      await expect.poll(() => inside(world, (db) => staleClients(db, { now, until: now }, 100)), { timeout: 60_000 }).toEqual([]);
      for (const moment of [now, addHours(now, 20), addHours(now, 100)]) {
        const known = await knownAt(world, moment);
        const ruled = Object.entries(await ruledAt(world, moment)).filter(([id]) => known.has(id));
        expect([index, moment, await storedAt(world, moment)]).toEqual([index, moment, Object.fromEntries(ruled)]);
        const weeks = await ruledWeeksAt(world, moment, known);
        expect([index, moment, await storedWeeksAt(world, moment, known)]).toEqual([index, moment, weeks]);
        weeksCompared += weeks.length;
      }
    }
    await recomputeStale({ db: world.db, clock: () => world.clock.now }, world.organizationId);
    const table = Object.fromEntries([...answers].map(([kind, counts]) => [kind, Object.fromEntries(counts)]));
    const ended = await deadlocksIn(world.db);
    process.stdout.write(
      `${rounds.length * together} writes, ${together} at once, ${ended} of them done once more; answers: ${JSON.stringify(table)}\n`,
    );
    expect(faults).toEqual([]);
    expect(weeksCompared).toBeGreaterThan(0);
    // Each of them got through now and then: refused ones alone would meet nobody.
    expect(writerKinds.filter((kind) => (answers.get(kind)?.get(200) ?? 0) === 0)).toEqual([]);
  },
);
