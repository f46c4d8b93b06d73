import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCase, aSignature, aTalk, bodyOf, noChange } from '#kit/adjustments.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const care = async (clientId: string) => ({
  episodes: await world.db.selectFrom('episode').selectAll().where('client_id', '=', clientId).execute(),
  phases: await world.db.selectFrom('phase_span').selectAll().where('client_id', '=', clientId).execute(),
});

test('whatever is done to an adjustment, in whatever order, the episode and the phase stay as they were', async () => {
  const steps: readonly [string, () => unknown][] = [
    ['talk', () => aTalk()],
    ['signature', () => aSignature(world)],
    ['signature', () => noChange(world)],
    [
      'signature',
      () => ({
        ...aSignature(world),
        changes: [{ line: 'discharge', what: 'No', fromOn: '2026-11-28', who: world.staff.therapist.staffId }],
      }),
    ],
    ['explanation', () => ({ because: 'lab', words: 'Not confirmed.', naloxone: 'has-it' })],
    ['outcome', () => ({ outcome: 'needs-more', note: 'Still hard.' })],
    ['outcome', () => ({ outcome: 'terminated', note: 'No.' })],
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 6 }), async (sequence) => {
      const one = await aCase(world);
      const before = await care(one.clientId);
      for (const [step, body] of sequence) {
        const { version } = await one.stored();
        const { status } = await one.send(step, body(), version);
        expect([200, 400, 409]).toContain(status);
      }
      expect(await care(one.clientId)).toEqual(before);
    }),
    { numRuns: 12 },
  );
});

test('of two who sign at the same moment one has signed, and the other is told who', async () => {
  const one = await aCase(world);
  await one.send('talk', aTalk(), 1);
  const answers = await Promise.all([one.send('signature', aSignature(world), 2), one.send('signature', noChange(world), 2)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const late = answers.find(({ status }) => status === 412);
  expect(late === undefined ? null : (await bodyOf(late))['detail']).toMatch(/^therapist of North signed the plan change /);
});

test('two adjustments that open at the same moment get two numbers', async () => {
  const { clientId } = await aCase(world);
  const open = () => world.as('therapist').post(`/clients/${clientId}/adjustments`, { trigger: 'team', about: 'Two of us thought of it.' });
  const numbers = await Promise.all(
    (await Promise.all([open(), open(), open()])).map(async (response) => Number((await bodyOf(response))['number'])),
  );
  expect(numbers.toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
});
