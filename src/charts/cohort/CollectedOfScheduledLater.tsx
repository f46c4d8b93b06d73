import { lazy } from 'react';

/** The figure with its code fetched when it is first shown, inside a Suspense of the page. */
export const CollectedOfScheduledLater = lazy(async () => ({ default: (await import('./CollectedOfScheduled.tsx')).CollectedOfScheduled }));
