import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addHours, dayAt, instantOf, type Instant } from '#domain/calendar/calendar.ts';
import { goodNewsOf } from '#domain/caseload/good-news.ts';
import { notSnoozed } from '#domain/caseload/snooze.ts';
import { aCaseloadStep, stepIn } from '#kit/caseload-steps.ts';
import { aCaseload, type Caseload } from '#kit/caseloads.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import { clientRecordsOf } from '#server/caseload/client-facts.rows.ts';
import { needsIn } from '#server/caseload/client-needs.ts';
import { factsAt } from '#server/caseload/facts-at.ts';
import { snoozesOf } from '#server/caseload/snoozes.rows.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { basisOf } from '#server/projections/recompute.ts';
import { recomputeAll, recomputeStale } from '#server/projections/recompute-stale.ts';
import { staleClients } from '#server/projections/stale-clients.rows.ts';

const world = worldOfFile(new Date('2026-10-28T20:30:00.000Z'));

const steps = fc.sample(aCaseloadStep, 260);
const wholeRebuilds = 4;

/** How often the world of a run held each case that could part the two. */
const reached: Record<string, number> = {};
const reach = (name: string, there = true): void => {
  if (there) reached[name] = (reached[name] ?? 0) + 1;
};

type Stored = Readonly<Record<string, readonly string[]>>;

/** What is stored of each client for a moment. */
async function storedAt({ world }: Caseload, moment: Instant): Promise<Stored> {
  const { rows } = await sql<{ client_id: string; what: string }>`
    select client_id, concat_ws('|', kind, tier, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), snoozed) as what from client_task
      where organization_id = ${world.organizationId} and from_at <= ${moment} and until_at > ${moment}
    union all select client_id, kind from client_good_news where organization_id = ${world.organizationId} and from_at <= ${moment} and until_at > ${moment}
    order by 1, 2`.execute(world.db);
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ client_id }) => client_id)].map(([id, own]) => [id, own.map(({ what }) => what).toSorted()]),
  );
}

/** The clients whose stored answers reach to a moment. */
async function knownAt({ world }: Caseload, moment: Instant): Promise<ReadonlySet<string>> {
  const rows = await world.db
    .selectFrom('client_projection')
    .select('client_id')
    .where('organization_id', '=', world.organizationId)
    .where('until_at', '>', moment)
    .execute();
  return new Set(rows.map(({ client_id }) => client_id));
}

/** What the rules say of each client at a moment, from their records. */
async function ruledAt({ world }: Caseload, moment: Instant): Promise<Stored> {
  return inside(world, async (db) => {
    const { settings, open, zone } = await basisOf(db, instantOf(world.clock.now));
    const clients = await clientsInEpisodes(db).where('episode.closed_on', 'is', null).where('client.superseded_by', 'is', null).execute();
    const records = await clientRecordsOf(
      clients.map((client) => ({ ...client, called: client.first_name })),
      { db, zone },
    );
    const snoozes = await snoozesOf(db, [...records.keys()]);
    return Object.fromEntries(
      [...records].flatMap(([id, own]) => {
        const facts = factsAt(own, { now: moment, settings });
        const needs = needsIn(facts, { now: moment, settings, open });
        const seen = notSnoozed(needs, snoozes.get(id) ?? [], dayAt(moment, own.zone));
        const tasks = needs.map((need) =>
          [need.kind, need.tier, need.dueAt, seen.includes(need) ? 'f' : 't'].filter((part) => part !== null).join('|'),
        );
        const news = new Set(goodNewsOf(facts, moment, settings, own.zone).map(({ kind }) => kind));
        const all = [...tasks, ...news].toSorted();
        for (const { kind } of needs) reach(`task ${kind}`);
        reach('good news', all.length > tasks.length);
        reach('put off', seen.length < needs.length);
        reach(
          'mutual help',
          own.sessions.some(({ service, status }) => service === 'mutual-help' && status === 'present'),
        );
        reach(
          'make-up',
          own.sessions.some(({ makeUp }) => makeUp),
        );
        reach(
          'on leave',
          own.leaves.some(({ from, to }) => from <= dayAt(moment, own.zone) && (to === null || to >= dayAt(moment, own.zone))),
        );
        reach('closed day', open.closed.length > 0);
        reach('far zone', own.zone !== zone);
        return all.length === 0 ? [] : [[id, all]];
      }),
    );
  });
}

test('what is stored of every client is what the rules say, whatever happened and whenever it is read', { timeout: 600_000 }, async () => {
  const caseload = await aCaseload(world);
  const server = { db: world.db, clock: () => world.clock.now };
  let compared = 0;
  for (const [index, step] of steps.entries()) {
    reach(`step ${step.kind}`, await stepIn(caseload, step));
    const now = instantOf(world.clock.now);
    const stale = await inside(caseload.world, (db) => staleClients(db, { now, until: now }, 100));
    // A setting, a closed day or a zone makes everybody's answers old, and so does a week; nothing else leaves anything to work out.
    const forAll = ['settings', 'closure', 'site-zone', 'time-passes'].includes(step.kind);
    if (!forAll) expect([index, step.kind, stale]).toEqual([index, step.kind, []]);
    await recomputeStale(server, caseload.world.organizationId);
    // An answer is good until its horizon; beyond it a read works it out or says so.
    for (const hours of [0, (index * 7) % 24, 24 + ((index * 31) % 140)]) {
      const moment = addHours(now, hours);
      const known = await knownAt(caseload, moment);
      const ruled = Object.entries(await ruledAt(caseload, moment)).filter(([id]) => known.has(id));
      expect([index, step, moment, await storedAt(caseload, moment)]).toEqual([index, step, moment, Object.fromEntries(ruled)]);
      compared += known.size;
    }
    if (index % Math.ceil(steps.length / wholeRebuilds) === 0) {
      const before = await storedAt(caseload, now);
      await recomputeAll(server, caseload.world.organizationId);
      expect(await storedAt(caseload, now)).toEqual(before);
      reach('rebuilt with nothing changed');
    }
  }
  process.stdout.write(`${compared} comparisons of what is stored with the rules; cases reached: ${JSON.stringify(reached)}\n`);
  expect(compared).toBeGreaterThan(2_000);
  const seldom = Object.entries(reached).filter(
    ([name, times]) => times < (name.startsWith('step') || name.startsWith('rebuilt') ? 2 : 20),
  );
  expect(seldom).toEqual([]);
  expect(Object.keys(reached)).toEqual(expect.arrayContaining(floors));
});

/** Cases without which the test would prove little. */
const floors = [
  ...['safety', 'lost-contact', 'authorization', 'talk', 'sign', 'follow-up', 'hours', 'instrument', 'uncollected', 'review'].map(
    (kind) => `task ${kind}`,
  ),
  'good news',
  'put off',
  'mutual help',
  'make-up',
  'on leave',
  'closed day',
  'far zone',
  ...['merge', 'import', 're-admission', 'cancel-session', 'closure', 'settings', 'site-zone'].map((kind) => `step ${kind}`),
];
