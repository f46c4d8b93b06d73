import { day } from '#domain/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { anAdmission, madeBy, someoneWhoLeft } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import type { World } from '#kit/world.ts';

type Sample = { readonly input: Readonly<Record<string, unknown>>; readonly headers?: Readonly<Record<string, string>> };
type Samples = Readonly<Record<string, (clinic: { readonly world: World }) => Promise<readonly Sample[]>>>;

const made = async (world: World, clientId: string, path: string, body: object) =>
  madeBy(await world.as('therapist').post(`/clients/${clientId}/${path}`, body));

const admitted = async (world: World) => {
  const { clientId } = await someoneWhoLeft(world, { lastServedOn: null, closedOn: day('2026-08-01') });
  return { clientId, episodeId: await made(world, clientId, 'episodes', anAdmission(world)) };
};

/** Requests about care that are answered. */
export const careRequests: Samples = {
  'episodes.ofClient': async ({ world }) => [{ input: { clientId: (await admitted(world)).clientId } }],
  'episodes.start': async ({ world }) => [
    {
      input: {
        clientId: (await someoneWhoLeft(world, { lastServedOn: day('2026-11-10'), closedOn: day('2026-11-12') })).clientId,
        ...anAdmission(world, { as: 'reopened', referredBy: 'Dr. Abara', admissionSource: 'primary care' }),
      },
    },
  ],
  'episodes.edit': async ({ world }) => [{ input: { ...(await admitted(world)), admissionSource: 'school' }, headers: seen(1) }],
  'episodes.changeLevel': async ({ world }) => {
    const { clientId } = await aClient(world);
    return [{ input: { clientId, level: 'ASAM 2.1 intensive outpatient', from: '2026-06-08' } }];
  },
  'episodes.correctLevel': async ({ world }) => {
    const { clientId } = await aClient(world);
    const spanId = await made(world, clientId, 'levels', { level: 'ASAM 2.1 intensive outpatient', from: '2026-06-08' });
    return [{ input: { clientId, spanId, level: 'ASAM 2.5 high-intensity outpatient', from: '2026-06-08' }, headers: seen(1) }];
  },
  'episodes.startLeave': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, from: '2026-11-24', expectedBackOn: '2026-12-01', reason: 'family' } },
  ],
  'episodes.changeLeave': async ({ world }) => {
    const { clientId } = await aClient(world);
    const leaveId = await made(world, clientId, 'leaves', { from: '2026-11-10', reason: 'family' });
    const change = { from: '2026-11-10', to: '2026-11-15', expectedBackOn: null, reason: 'family' };
    return [{ input: { clientId, leaveId, ...change }, headers: seen(1) }];
  },
  'episodes.prescribeHours': async ({ world }) => [
    { input: { clientId: (await aClient(world)).clientId, hoursPerWeek: 12, from: '2026-11-30' } },
  ],
  'episodes.correctHours': async ({ world }) => {
    const { clientId } = await aClient(world);
    const hoursId = await made(world, clientId, 'prescribed-hours', { hoursPerWeek: 12, from: '2026-11-30' });
    return [{ input: { clientId, hoursId, hoursPerWeek: 9, from: '2026-11-30' }, headers: seen(1) }];
  },
};
