import { lazy, Suspense, type ReactNode } from 'react';
import type { JourneyProps } from './Journey.tsx';

const Journey = lazy(async () => ({ default: (await import('./Journey.tsx')).Journey }));

/** The journey with its code fetched when it is first shown. */
export function JourneyLater({ waiting, ...props }: JourneyProps & { waiting: ReactNode }) {
  return (
    <Suspense fallback={waiting}>
      <Journey {...props} />
    </Suspense>
  );
}
