import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Day } from '#domain/calendar.ts';
import { DaySessions } from '#features/sessions/DaySessions.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

type SessionsPageProps = { on: Day | null; onChoose: (on: Day | null) => void };

/** The day's sessions. The day is in the address; who is in them isn't. */
export function SessionsPage({ on, onChoose }: SessionsPageProps) {
  return (
    <>
      <title>Sessions · Cairn</title>
      <Suspense fallback={<Skeleton what="the day’s sessions" rows={4} rowHeight={64} />}>
        <DaySessions
          on={on}
          onChoose={onChoose}
          renderAttendance={(sessionId, { className, label, children }) => (
            <Link to="/sessions/$sessionId/attendance" params={{ sessionId }} className={className} aria-label={label}>
              {children}
            </Link>
          )}
          renderLog={(sessionId, { className, label, children }) => (
            <Link to="/sessions/$sessionId/results" params={{ sessionId }} className={className} aria-label={label}>
              {children}
            </Link>
          )}
        />
      </Suspense>
    </>
  );
}
