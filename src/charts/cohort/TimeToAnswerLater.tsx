import { lazy } from 'react';

/** The figure with its code fetched when it is first shown, inside a Suspense of the page. */
export const TimeToAnswerLater = lazy(async () => ({ default: (await import('./TimeToAnswer.tsx')).TimeToAnswer }));
