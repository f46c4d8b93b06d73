import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { may } from '#contract/capabilities.ts';
import { Closures } from '#features/scheduling/closures/Closures.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';

/** Closures and holidays. */
export function ClosuresPage() {
  const { data: me } = useQuery(signIn.me());
  return (
    <>
      <title>Closures · Cairn</title>
      <Suspense fallback={<Skeleton what="the closures" rows={4} />}>
        <Closures plans={may(me, 'plan-schedule')} back={<Link to="/sessions">Sessions</Link>} />
      </Suspense>
    </>
  );
}
