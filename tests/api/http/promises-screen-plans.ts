import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aRequestedScreen, aPlannedClient } from '#kit/screen-plans.ts';
import { aSession } from '#kit/sessions.ts';
import type { Ask, Clinic } from './promises-world.ts';

/** Requests about how screens are drawn and asked for that are answered. */
export const screenPlanRequests: Readonly<Record<string, (clinic: Clinic) => Promise<readonly Omit<Ask, 'action'>[]>>> = {
  'screenPlans.one': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId } }],
  'screenPlans.set': async ({ world, panelId }) => [
    {
      input: { clientId: (await aClient(world)).clientId, perWeek: 2, maxGapDays: 7, panelId, why: 'Asked for more support.' },
      headers: seen(0),
    },
  ],
  'screenPlans.followProgram': async ({ world }) => [
    { input: { clientId: await aPlannedClient(world), why: 'Steady for two months.' }, headers: seen(1) },
  ],
  'screenSlots.sessions': async ({ world }) => [{ input: { clientId: (await aClient(world)).clientId } }],
  'screenSlots.ask': async ({ world, panelId }) => {
    const requested = { clientId: (await aClient(world)).clientId, sessionId: await aSession(world, { on: day('2026-11-23') }), panelId };
    return [{ input: { ...requested, reason: 'for-cause', why: 'Slurred speech at the door at 6, seen by two of us.' } }];
  },
  'screenSlots.withdraw': async ({ world }) => [{ input: await aRequestedScreen(world) }],
};
