import { lazy, Suspense } from 'react';
import type { JourneyProps } from './Journey.tsx';

const Journey = lazy(async () => ({ default: (await import('./Journey.tsx')).Journey }));

/** The journey with its code fetched when it is first shown. */
export function JourneyLater(props: JourneyProps) {
  return (
    <Suspense fallback={props.waiting}>
      <Journey {...props} />
    </Suspense>
  );
}
