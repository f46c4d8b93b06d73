import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aCase, aScreen, aSignature, aTalk, seen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import type { World } from '#kit/world.ts';
import type { Ask, Clinic } from './promises-world.ts';

export const signed = async (world: World) => {
  const one = await aCase(world);
  await one.send('talk', aTalk(), 1);
  await one.send('signature', aSignature(world), 2);
  return one;
};
/** A signed adjustment to which another screen attached since. */
async function attachedLater(world: World) {
  const one = await signed(world);
  const { screenId } = await aScreen(world, one.clientId, { on: day('2026-11-22') });
  await world.db
    .insertInto('adjustment_result')
    .values({
      organization_id: world.organizationId,
      adjustment_id: one.adjustmentId,
      screen_id: screenId,
      analyte: 'COC',
      attached_at: instantOf(world.clock.now),
      after_signature: true,
    })
    .execute();
  return one;
}

/** A signed adjustment of which the result was corrected since. */
async function corrected(world: World) {
  const one = await signed(world);
  await world.db
    .insertInto('result_correction')
    .values({
      organization_id: world.organizationId,
      client_id: one.clientId,
      adjustment_id: one.adjustmentId,
      at: instantOf(world.clock.now),
      analytes_before: ['COC'],
      analytes_after: [],
      shared_at: null,
      shared_note: null,
      shared_by: null,
    })
    .execute();
  return one;
}

const of = ({ clientId, adjustmentId }: { clientId: string; adjustmentId: string }) => ({ clientId, adjustmentId });

/** Requests about adjustments that are answered. */
export const adjustmentRequests: Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>> = {
  'adjustments.one': async ({ world }) => [{ input: of(await signed(world)) }],
  'adjustments.start': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, trigger: 'team', about: 'Two of us thought of it.' } },
  ],
  'adjustments.talk': async ({ world }) => [{ input: { ...of(await aCase(world)), ...aTalk() }, headers: seen(1) }],
  'adjustments.explain': async ({ world }) => [
    { input: { ...of(await aCase(world)), because: 'lab', words: 'Not confirmed.', naloxone: 'has-it' }, headers: seen(1) },
  ],
  'adjustments.sign': async ({ world }) => {
    const one = await aCase(world);
    await one.send('talk', aTalk(), 1);
    return [{ input: { ...of(one), ...aSignature(world) }, headers: seen(2) }];
  },
  'adjustments.speakOfLaterResults': async ({ world }) => [
    { input: { ...of(await attachedLater(world)), at: 'now', method: 'in-person', note: 'We spoke of it.' }, headers: seen(3) },
  ],
  'adjustments.shareCorrection': async ({ world }) => [
    { input: { ...of(await corrected(world)), at: 'now', note: 'Told that the lab found nothing.' }, headers: seen(3) },
  ],
  'adjustments.recordOutcome': async ({ world }) => [
    { input: { ...of(await signed(world)), outcome: 'needs-more', note: 'Still hard.' }, headers: seen(3) },
  ],
};
