import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { may } from '#contract/capabilities.ts';
import { Groups } from '#features/scheduling/groups/Groups.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

/** Every group, and the programs and sites. */
export function GroupsPage() {
  const navigate = useNavigate();
  const { data: me } = useQuery(signIn.me());
  const plans = may(me, 'plan-schedule');
  return (
    <>
      <title>Groups · Cairn</title>
      <Suspense fallback={<Skeleton what="the groups" rows={6} />}>
        <Groups
          plans={plans}
          back={<Link to="/sessions">Sessions</Link>}
          renderOpen={(groupId, name) => (
            <Link to="/sessions/groups/$groupId" params={{ groupId }}>
              {name}
            </Link>
          )}
          onAdded={(groupId) => void navigate({ to: '/sessions/groups/$groupId', params: { groupId } })}
        />
      </Suspense>
    </>
  );
}
