import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { bodyOf } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { sessionOn } from '#kit/cohort.ts';
import { resultsOf } from '#kit/results-in-time.ts';
import { aPanel } from '#kit/sessions.ts';
import { needingToday } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();
const monday = new Date('2026-11-23T14:02:00.000Z');
const later = (days: number) => {
  world.clock.now = new Date(monday.getTime() + days * 86_400_000);
};

let panelId: string;
let clientId: string;
let client: { clientId: string; episodeId: string };
let results: ReturnType<typeof resultsOf>;

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  world.clock.now = monday;
  client = await aClient(world, { firstName: 'Maya' });
  await sessionOn(world, client, day('2026-11-20'));
  ({ clientId } = client);
  results = resultsOf(world, panelId, clientId);
});

const answers = async () =>
  (await results.needs()).filter(({ kind }) => ['correction', 'talk', 'attached', 'sign', 'follow-up'].includes(kind));
const kinds = async () => (await answers()).map(({ kind }) => kind);

test.each([
  ['cocaine', 'COC'],
  ['an opioid', 'OPI'],
])('%s again before the follow-up attaches, and before the signature one signature answers both', async (_, code) => {
  await results.logged([code]);
  later(1);
  await results.logged([code]);
  expect(await results.adjustments()).toHaveLength(1);
  await results.talked();
  expect((await results.signed()).status).toBe(200);
  expect(await kinds()).toEqual([]);
});

test('what attaches after the signature is a task of its own, and stays marigold until it was spoken of', async () => {
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  later(1);
  await results.logged(['COC']);
  expect(await results.adjustments()).toHaveLength(1);
  expect(await answers()).toMatchObject([
    {
      kind: 'attached',
      tier: 4,
      dueAt: momentOf(day('2026-12-01'), '17:00', 'America/Chicago'),
      why: 'Cocaine again on Tue 24 Nov, after A1 was signed. Speak of it in private, never in group.',
    },
  ]);
  const marks = async () => {
    const { journey } = (await bodyOf(await world.as('therapist').get(`/clients/${clientId}`))) as {
      journey?: { screens: { mark: string }[] };
    };
    return journey?.screens.map(({ mark }) => mark);
  };
  expect(await marks()).toEqual(['U+', 'U!']);
  expect((await needingToday(world)).find((row) => row.clientId === clientId)?.needs[0]?.kind).toBe('attached');
  const [page] = await results.adjustments();
  const shown = await bodyOf(await world.as('therapist').get(`/clients/${clientId}/adjustments/${page?.id}`));
  expect(shown['joined']).toEqual([
    { on: '2026-11-24', analytes: ['COC'], afterSignature: true, dueAt: '2026-12-01T23:00:00.000Z', answeredAt: null },
  ]);
  expect((await results.spokenOf()).status).toBe(200);
  expect(await kinds()).toEqual([]);
  expect(await marks()).toEqual(['U+', 'U+']);
  expect((await results.spokenOf()).status).toBe(409);
});

test('it is due by the close of the next day on which they attend', async () => {
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  later(1);
  await results.logged(['COC']);
  await sessionOn(world, client, day('2026-11-27'), { status: 'booked' });
  expect(await answers()).toMatchObject([{ kind: 'attached', dueAt: momentOf(day('2026-11-27'), '17:00', 'America/Chicago') }]);
});

test('one conversation answers all that attached before it, and the second brings the follow-up forward', async () => {
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  later(1);
  await results.logged(['COC']);
  later(2);
  await results.logged(['COC']);
  expect(await answers()).toMatchObject([
    {
      kind: 'attached',
      why: 'Cocaine again on Tue 24 Nov; Cocaine again on Wed 25 Nov, after A1 was signed. Speak of it in private, never in group.',
    },
    { kind: 'follow-up', why: expect.stringContaining('Are the plan, the medication and the level right?') },
  ]);
  expect(await results.latest()).toMatchObject({ follow_up_on: '2026-12-07', follow_up_forward_on: '2026-11-25' });
  await results.spokenOf();
  expect(await kinds()).toEqual(['follow-up']);
  later(3);
  await results.logged(['COC']);
  expect((await results.adjustments()).map(({ number }) => number)).toEqual([1, 2]);
});

test('a change that is signed later answers what attached before it; a signature without a change doesn’t', async () => {
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  const { id: first } = await results.latest();
  later(1);
  await results.logged(['COC']);
  later(2);
  await results.logged(['AMP']);
  await results.talked();
  await results.noChange();
  expect((await answers()).map(({ kind, adjustmentId }) => [kind, adjustmentId])).toEqual([['attached', first]]);
  later(3);
  await results.logged(['AMP']);
  await results.talked();
  await results.signed();
  expect(await kinds()).toEqual([]);
});

test('who acted on a result that is corrected is told, with what was found then and what stands now, until they record it', async () => {
  await results.logged(['COC', 'AMP']);
  await results.talked();
  await results.signed();
  later(1);
  expect((await results.amended(['AMP'])).status).toBe(200);
  expect(await answers()).toMatchObject([
    {
      kind: 'correction',
      tier: 4,
      dueAt: momentOf(day('2026-11-25'), '17:00', 'America/Chicago'),
      why: 'The result of A1 was corrected Tue 24 Nov 8:02 am: it was about amphetamine and cocaine, and is about amphetamine now. therapist of North had signed the plan change on Mon 23 Nov.',
    },
  ]);
  expect(await bodyOf(await results.step('correction', { at: '2026-11-23T14:00:00Z', note: 'Told.' }))).toMatchObject({
    fields: [{ field: 'at' }],
  });
  expect((await results.shared()).status).toBe(200);
  expect(await kinds()).toEqual([]);
  expect((await results.shared()).status).toBe(409);
});

test('a result that was talked about and is corrected away altogether is told too, and nobody is told of one on which nobody had acted', async () => {
  await results.logged(['COC']);
  await results.amended([]);
  expect(await kinds()).toEqual([]);
  later(1);
  await results.logged(['COC']);
  await results.talked();
  await results.amended([]);
  expect(await answers()).toMatchObject([
    {
      kind: 'correction',
      why: expect.stringMatching(/nothing of it is unexpected now\. therapist of North had talked about it on Tue 24 Nov\.$/),
    },
  ]);
});

test('a strip that is found after all, once its adjustment was amended, opens another', async () => {
  await results.logged(['COC']);
  await results.amended([]);
  expect(await kinds()).toEqual([]);
  await results.amended(['COC']);
  expect((await results.adjustments()).map(({ number, amended_at }) => [number, amended_at === null])).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(await kinds()).toEqual(['talk']);
});

test('a correction that takes a later result away takes its task away, and tells nobody again of what was corrected before', async () => {
  await results.logged(['COC']);
  await results.talked();
  await results.signed();
  later(1);
  await results.logged(['COC']);
  await results.amended([]);
  expect(await kinds()).toEqual([]);
});

test('nobody records them under a version that they did not see', async () => {
  await results.logged(['COC']);
  const { id } = await results.latest();
  const stale = { 'if-match': '"7"' };
  const spoken = await world
    .as('therapist')
    .post(`/clients/${clientId}/adjustments/${id}/later-results`, { at: 'now', method: 'phone', note: null }, stale);
  const shared = await world.as('therapist').post(`/clients/${clientId}/adjustments/${id}/correction`, { at: 'now', note: 'Told.' }, stale);
  expect([spoken.status, shared.status]).toEqual([412, 412]);
});

test('a talk, a voicemail and a moment to come are refused as the record that a later result was spoken of', async () => {
  await results.logged(['COC']);
  expect((await results.spokenOf()).status).toBe(409);
  await results.talked();
  await results.signed();
  later(1);
  await results.logged(['COC']);
  const refused = async (over: object) =>
    (await bodyOf(await results.step('later-results', { at: 'now', method: 'phone', note: null, ...over }))).fields?.map(
      ({ field }) => field,
    );
  expect(await refused({ method: 'voicemail' })).toEqual(['method']);
  expect(await refused({ at: '2026-11-25T14:00:00Z' })).toEqual(['at']);
  expect(await refused({ at: '2026-11-23T15:00:00Z' })).toEqual(['at']);
});
