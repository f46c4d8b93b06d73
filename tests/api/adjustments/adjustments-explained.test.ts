import { expect, test } from 'vitest';
import { aCase, anAdjustment, aTalk, bodyOf } from '#kit/adjustments.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const explained = (over = {}) => ({ because: 'medication', words: 'Cough syrup, bottle seen.', naloxone: 'has-it', ...over });

test('a result that something accounts for closes without a plan change, and is no longer counted as unexpected', async () => {
  const { send, page, screenId } = await aCase(world);
  expect(await bodyOf(await send('explanation', explained(), 1))).toMatchObject({ state: 'explained', version: 2 });
  expect(await page()).toMatchObject({
    mark: 'U=',
    explanation: { because: 'medication', words: 'Cough syrup, bottle seen.' },
    event: { mark: 'U=', analytes: [{ analyte: 'COC', finding: 'explained' }, {}] },
  });
  const counted = await world.db
    .selectFrom('screen_reading')
    .select(['unexpected', 'as_expected'])
    .where('screen_id', '=', screenId)
    .executeTakeFirstOrThrow();
  expect(counted).toEqual({ unexpected: [], as_expected: false });
});

test('an explanation is often heard in the conversation, and may follow it', async () => {
  const { send } = await aCase(world);
  await send('talk', aTalk(), 1);
  expect(await bodyOf(await send('explanation', explained({ because: 'carry-over' }), 2))).toMatchObject({ state: 'explained' });
});

test('an explanation does not silence the question about naloxone', async () => {
  const { send, page } = await aCase(world, { analytes: ['FEN'], results: { FEN: { result: 'presumptive-positive' } } });
  expect(await page()).toMatchObject({ naloxoneReasons: ['opioid-detected'] });
  expect(await bodyOf(await send('explanation', explained({ naloxone: null }), 1))).toMatchObject({
    code: 'input-invalid',
    fields: [{ field: 'naloxone' }],
  });
});

test('where nothing asks for naloxone, an explanation needs no answer about it', async () => {
  const { send } = await aCase(world, { analytes: ['THC'], results: { THC: { result: 'presumptive-positive' } } });
  expect((await send('explanation', explained({ naloxone: null }), 1)).status).toBe(200);
});

test.each([
  ['COC', 'presumptive-positive', 'wont-show', ['stimulant-detected']],
  ['FEN', 'presumptive-positive', 'wont-show', ['opioid-detected']],
  ['THC', 'presumptive-positive', 'wont-show', []],
  ['BUP', 'negative', 'should-show', ['opioid-medication-missing']],
] as const)('%s, %s: naloxone is asked about for the reasons that the rule gives', async (analyte, result, expectation, reasons) => {
  const { page } = await aCase(world, { analytes: [analyte], results: { [analyte]: { result, expectation } } });
  expect(await page()).toMatchObject({ naloxoneReasons: reasons });
});

test('an opioid medication that was stopped in this episode is asked about, whatever the screen found', async () => {
  const { page, clientId } = await aCase(world, { analytes: ['THC'], results: { THC: { result: 'presumptive-positive' } } });
  const row = {
    organization_id: world.organizationId,
    client_id: clientId,
    name: 'Buprenorphine',
    dose: '8 mg',
    started_on: '2026-07-01',
    ended_on: '2026-10-01',
  };
  await world.db
    .insertInto('medication')
    .values(JSON.parse(JSON.stringify(row)))
    .execute();
  expect(await page()).toMatchObject({ naloxoneReasons: ['opioid-medication-stopped'] });
});

test('a second result on the same adjustment is shown as having joined it', async () => {
  const { page, clientId, adjustmentId } = await aCase(world);
  const later = await anAdjustment(world, clientId, { number: 2 });
  await world.db.deleteFrom('adjustment_result').where('adjustment_id', '=', later.adjustmentId).execute();
  await world.db.deleteFrom('adjustment').where('id', '=', later.adjustmentId).execute();
  await world.db
    .insertInto('adjustment_result')
    .values({ organization_id: world.organizationId, adjustment_id: adjustmentId, screen_id: later.screenId, analyte: 'COC' })
    .execute();
  expect(await page()).toMatchObject({ joined: [{ on: '2026-11-21', analytes: ['COC'] }] });
});
