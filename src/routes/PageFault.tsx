import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Refused } from '#api/client.ts';
import { NoAccess } from '#ui/NoAccess.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';

const refusals = ['client-unknown', 'session-unknown', 'not-your-role', 'not-found'];

/** In the place of a page that could not be had: why, and what to do. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { reset: askAgain } = useQueryErrorResetBoundary();
  if (error instanceof Refused && refusals.includes(error.code)) return <NoAccess>{error.message}</NoAccess>;
  return (
    <Unavailable
      onRetry={() => {
        // A question that failed is not asked again by a page that waits for its answer, unless it is told to.
        askAgain();
        reset();
      }}
    >
      {error instanceof Refused ? error.message : 'This page could not be shown. Your work elsewhere is untouched.'}
    </Unavailable>
  );
}
