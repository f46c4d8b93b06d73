import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { may } from '#contract/capabilities.ts';
import { ContactDialog } from '#features/adjustments/ContactDialog.tsx';
import { Attendance } from '#features/attendance/Attendance.tsx';
import { rosterWords } from '#features/attendance/roster-words.ts';
import { useUnsavedMarks } from '#features/attendance/useUnsavedMarks.ts';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { buttonLook } from '#ui/button-look.ts';
import { LeaveUnsaved } from '#ui/LeaveUnsaved.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/sessions/$sessionId/attendance');

/** The roster of one session. Leaving with marks that nobody else has asks first. */
export function AttendancePage() {
  const { sessionId } = route.useParams();
  const { data: me } = useQuery(signIn.me());
  const navigate = route.useNavigate();
  const unsaved = useUnsavedMarks(sessionId);
  const [reachingOut, setReachingOut] = useState<{ readonly clientId: string; readonly name: string } | null>(null);
  // The window's own warning is the draft's; this one is for links and the back button.
  const blocker = useBlocker({ shouldBlockFn: () => unsaved > 0, enableBeforeUnload: false, withResolver: true });
  const mayReachOut = may(me, 'record-contacts');
  const begun = unsaved > 0;

  // The dialog that warns is fetched while there is a network: it is needed most when there is none.
  useEffect(() => {
    if (begun) void import('#ui/Dialog.tsx').catch(() => undefined);
  }, [begun]);

  return (
    <>
      <title>Attendance · Cairn</title>
      <Suspense fallback={<Skeleton what="the roster" rows={12} />}>
        <Attendance
          sessionId={sessionId}
          renderBack={(label, on) => (
            <Link to="/sessions" search={{ date: on }}>
              {label}
            </Link>
          )}
          renderResults={(label) => (
            <Link to="/sessions/$sessionId/results" params={{ sessionId }} className={buttonLook('plain')} aria-keyshortcuts="r">
              {label}
            </Link>
          )}
          onResults={() => void navigate({ to: '/sessions/$sessionId/results', params: { sessionId } })}
          onOutreach={mayReachOut ? ({ clientId, name }) => setReachingOut({ clientId, name }) : null}
        />
      </Suspense>
      {reachingOut !== null && <ContactDialog {...reachingOut} onClose={() => setReachingOut(null)} />}
      {blocker.status === 'blocked' && (
        <LeaveUnsaved
          words={{ ...rosterWords.leaving, why: rosterWords.leaving.why(unsaved) }}
          onLeave={blocker.proceed}
          onStay={blocker.reset}
        />
      )}
    </>
  );
}
