import { reconcileSlots } from '#server/screen-plans/reconcile-slots.store.ts';
import { drawScreens } from '#server/screen-plans/screen-draws.store.ts';
import type { Job } from './run-jobs.ts';

/**
 * The days that open soon are decided, and drawn slots are kept to what can be collected. Deciding names no noun that changed: whoever asks
 * what is new would be told that there is a screen before its collection opens.
 */
export const screensDrawn: Job = {
  name: 'upkeep.screens',
  parts: () => Promise.resolve(['kept', 'drawn']),
  keep: async (context, part) => {
    if (part === 'kept') return (await reconcileSlots(context)) ? ['drug-screens'] : [];
    await drawScreens(context);
    return [];
  },
};
