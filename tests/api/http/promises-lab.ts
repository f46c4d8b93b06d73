import { day } from '#domain/calendar/calendar.ts';
import { aScreen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import type { Ask, Clinic } from './promises-world.ts';

/** Requests about laboratories that are as they should be. */
export const labRequests: Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>> = {
  'drugScreens.labQueue': async ({ world }) => {
    await aScreen(world, (await aClient(world)).clientId, { on: day('2026-11-20'), results: { COC: { result: 'pending' } } });
    return [{ input: { presumptive: 'too' } }];
  },
  'drugScreens.recordLabResults': async ({ world }) => {
    const { screenId } = await aScreen(world, (await aClient(world)).clientId, { on: day('2026-11-20') });
    return [{ input: { screenId, collectedOn: '2026-11-20', lines: [{ analyte: 'COC', answer: 'not-confirmed' }] } }];
  },
};
