import { reconcileSlots } from '#server/screen-plans/reconcile-slots.ts';
import { drawScreens } from '#server/screen-plans/draw-screens.ts';
import type { Job } from './job.ts';

/**
 * The days that open soon are decided, and drawn slots are kept to what can be collected. Deciding names no noun that changed: whoever asks
 * what is new would learn that there is a screen before its collection opens.
 */
export const drawScreensSoon: Job = {
  name: 'jobs.screens',
  parts: () => Promise.resolve(['reconcile', 'draw']),
  run: async (context, part) => {
    if (part === 'reconcile') return (await reconcileSlots(context)) ? ['drug-screens'] : [];
    await drawScreens(context);
    return [];
  },
};
