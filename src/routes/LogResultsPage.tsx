import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { LeaveLog } from '#features/drug-screens/LeaveLog.tsx';
import { LogResults } from '#features/drug-screens/LogResults.tsx';
import { useUnsigned } from '#features/drug-screens/useUnsigned.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/sessions/$sessionId/results');

/** The cups of one session. Leaving with rows that nobody else has asks first. */
export function LogResultsPage() {
  const { sessionId } = route.useParams();
  const unsigned = useUnsigned(sessionId);
  // The window's own warning is the draft's; this one is for links and the back button.
  const blocker = useBlocker({ shouldBlockFn: () => unsigned > 0, enableBeforeUnload: false, withResolver: true });

  const begun = unsigned > 0;

  // The dialog that warns is fetched while there is a network: it is needed most when there is none.
  useEffect(() => {
    if (begun) void import('#ui/Dialog.tsx').catch(() => undefined);
  }, [begun]);

  return (
    <>
      <title>Log results · Cairn</title>
      <Suspense fallback={<Skeleton what="the cup log" rows={14} />}>
        <LogResults
          sessionId={sessionId}
          renderBack={(label, on) => (
            <Link to="/sessions" search={{ date: on }}>
              {label}
            </Link>
          )}
        />
      </Suspense>
      {blocker.status === 'blocked' && <LeaveLog count={unsigned} onLeave={blocker.proceed} onStay={blocker.reset} />}
    </>
  );
}
