import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { may } from '#contract/capabilities.ts';
import { GroupDetail } from '#features/scheduling/groups/GroupDetail.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/sessions/groups/$groupId');

/** One group with its meetings, its roster and its next sessions. */
export function GroupPage() {
  const { groupId } = route.useParams();
  const { data: me } = useQuery(signIn.me());
  const rosters = may(me, 'open-rosters');
  return (
    <>
      <title>Group · Cairn</title>
      <Suspense fallback={<Skeleton what="the group" rows={6} />}>
        <GroupDetail
          groupId={groupId}
          plans={may(me, 'plan-schedule')}
          names={rosters}
          enrolls={may(me, 'enroll-clients')}
          back={<Link to="/sessions/groups">Groups</Link>}
          renderClient={(clientId, name) =>
            may(me, 'open-clients') ? (
              <Link to="/clients/$clientId" params={{ clientId }}>
                {name}
              </Link>
            ) : (
              name
            )
          }
          renderAttendance={
            rosters
              ? (sessionId, label) => (
                  <Link to="/sessions/$sessionId/attendance" params={{ sessionId }} aria-label={label}>
                    Attendance
                  </Link>
                )
              : undefined
          }
        />
      </Suspense>
    </>
  );
}
