import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aScreen, seen } from '#kit/adjustments.ts';
import { madeBy, refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { todayPage } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const adderall = { name: 'Adderall XR', dose: '20 mg', startedOn: '2026-10-01', endedOn: null, prescriber: null };
const verified = { how: 'pharmacy', until: null };
const add = (clientId: string, over: object = {}) =>
  world.as('therapist').post(`/clients/${clientId}/medications`, { ...adderall, verified, ...over });

type Review = {
  id: string;
  screenId: string;
  analytes: { analyte: string; found: string; wouldFind: string }[];
  answer: { answer: string } | null;
};
const reviewsOf = async (clientId: string) =>
  ((await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as { readingReviews: Review[] }).readingReviews;
const open = async (clientId: string) => (await reviewsOf(clientId)).filter(({ answer }) => answer === null);

/** Somebody with an amphetamine on a cup that nothing prescribed explained. */
async function somebody() {
  const { clientId } = await aClient(world);
  const { screenId } = await aScreen(world, clientId, {
    on: day('2026-11-20'),
    results: { AMP: { result: 'presumptive-positive' }, COC: { result: 'negative' } },
  });
  return { clientId, screenId };
}

const storedOf = (screenId: string) =>
  world.db.selectFrom('analyte_result').selectAll().where('screen_id', '=', screenId).orderBy('analyte').execute();
const answer = (clientId: string, reviewId: string, body: object) =>
  world.as('therapist').post(`/clients/${clientId}/reading-reviews/${reviewId}`, { because: 'The prescriber confirmed it.', ...body });

test('a medication added later offers the screen again and rewrites nothing of it', async () => {
  const { clientId, screenId } = await somebody();
  const before = await storedOf(screenId);
  const made = (await (await add(clientId)).json()) as { offers: number };
  expect(made.offers).toBe(1);
  expect(await storedOf(screenId)).toEqual(before);
  expect(
    (await open(clientId)).map(({ analytes }) => analytes.map(({ analyte, found, wouldFind }) => [analyte, found, wouldFind])),
  ).toEqual([[['AMP', 'unexpected-positive', 'consistent-with-medication']]]);
  const reading = await world.db.selectFrom('screen_reading').select('unexpected').where('screen_id', '=', screenId).execute();
  expect(reading).toEqual([{ unexpected: ['AMP'] }]);
});

test('a medication that was only reported explains nothing; once somebody verified it, the screen is offered', async () => {
  const { clientId, screenId } = await somebody();
  const made = (await (await add(clientId, { verified: null })).json()) as { id: string; offers: number };
  expect(made.offers).toBe(0);
  const confirm = (body: object, version = 1) =>
    world
      .as('therapist')
      .post(`/clients/${clientId}/medications/${made.id}/verified`, { how: 'bottle', until: null, ...body }, seen(version));
  expect(await refusalOf(await confirm({ how: 'the client' }))).toEqual([400, 'input-invalid', 'how']);
  expect(await refusalOf(await confirm({ until: '2026-11-22' }))).toEqual([400, 'input-invalid', 'until']);
  expect(await (await confirm({ until: '2026-12-31' })).json()).toEqual({ offers: 1 });
  expect(await refusalOf(await confirm({}))).toEqual([412, 'stale']);
  expect((await open(clientId)).map((one) => one.screenId)).toEqual([screenId]);
  const care = (await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as { medications: object[] };
  expect(care.medications).toMatchObject([
    { name: 'Adderall XR', known: true, verified: { how: 'bottle', by: 'therapist of North', until: '2026-12-31' } },
  ]);
  const edits = await world.db.selectFrom('medication_edit').select('step').where('client_id', '=', clientId).orderBy('at').execute();
  expect(edits.map(({ step }) => step)).toEqual(['added', 'verified']);
});

test('Today counts what waits for an answer', async () => {
  const { clientId } = await somebody();
  const waiting = async () => {
    const { readAgain } = await todayPage(world);
    return readAgain.find((row) => row.clientId === clientId)?.line;
  };
  expect(await waiting()).toBeUndefined();
  await add(clientId);
  expect(await waiting()).toBe('1');
});

test('kept as read, the screen stays as it is and the offer is answered once', async () => {
  const { clientId, screenId } = await somebody();
  await add(clientId);
  const before = await storedOf(screenId);
  const [offer] = await open(clientId);
  if (offer === undefined) throw new Error('nothing was offered');
  expect(await refusalOf(await answer(clientId, offer.id, { answer: 'overtaken' }))).toEqual([400, 'input-invalid', 'answer']);
  expect(await refusalOf(await answer((await aClient(world)).clientId, offer.id, { answer: 'keep' }))).toEqual([404, 'client-unknown']);
  expect((await answer(clientId, offer.id, { answer: 'keep' })).status).toBe(200);
  expect(await refusalOf(await answer(clientId, offer.id, { answer: 'read-again' }))).toEqual([409, 'wrong-state']);
  expect(await storedOf(screenId)).toEqual(before);
  expect(await open(clientId)).toEqual([]);
});

test('read again, another row takes its place with what the list says, and the earlier row stays as it was written', async () => {
  const { clientId, screenId } = await somebody();
  await add(clientId);
  const before = await storedOf(screenId);
  const [offer] = await open(clientId);
  expect((await answer(clientId, offer?.id ?? '', { answer: 'read-again' })).status).toBe(200);
  expect(await storedOf(screenId)).toEqual(before);
  const next = await world.db
    .selectFrom('screen')
    .select(['id', 'amended_because', 'amended_words', 'source'])
    .where('amends_id', '=', screenId)
    .executeTakeFirstOrThrow();
  expect(next).toMatchObject({ amended_because: 'medication-list', amended_words: 'The prescriber confirmed it.' });
  expect((await storedOf(next.id)).map(({ analyte, expectation, expected_because }) => [analyte, expectation, expected_because])).toEqual([
    ['AMP', 'should-show', { rule: 'taken', name: 'Adderall XR', dose: '20 mg', startedOn: '2026-10-01' }],
    ['COC', 'wont-show', null],
  ]);
  const reading = await world.db
    .selectFrom('screen_reading')
    .select('unexpected')
    .where('screen_id', '=', next.id)
    .executeTakeFirstOrThrow();
  expect(reading.unexpected).toEqual([]);
});

test('a list that is put back withdraws the offer, and a newer edit overtakes an older one', async () => {
  const { clientId } = await somebody();
  const id = await madeBy(await add(clientId));
  const correct = (version: number, over: object) =>
    world.as('therapist').post(`/clients/${clientId}/medications/${id}`, { ...adderall, because: 'Misread', ...over }, seen(version));
  expect((await correct(1, { dose: '30 mg' })).status).toBe(200);
  expect(new Set((await reviewsOf(clientId)).map((one) => one.answer?.answer))).toEqual(new Set([undefined, 'overtaken']));
  expect((await correct(2, { dose: '30 mg', startedOn: '2026-11-21' })).status).toBe(200);
  expect(await open(clientId)).toEqual([]);
});

test('a screen that was corrected since is read again as it stands', async () => {
  const { clientId, screenId } = await somebody();
  await add(clientId);
  const [offer] = await open(clientId);
  const amended = { because: 'lab-correction', changes: { results: [{ analyte: 'AMP', result: 'confirmed-positive' }] } };
  const corrected = (await (await world.as('therapist').post(`/screens/${screenId}/amendments`, amended)).json()) as { screenId: string };
  expect((await answer(clientId, offer?.id ?? '', { answer: 'read-again' })).status).toBe(200);
  const next = await world.db.selectFrom('screen').select('id').where('amends_id', '=', corrected.screenId).executeTakeFirstOrThrow();
  expect((await storedOf(next.id)).map(({ result, expectation }) => [result, expectation])).toEqual([
    ['confirmed-positive', 'should-show'],
    ['negative', 'wont-show'],
  ]);
});
