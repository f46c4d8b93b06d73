import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { importsWords as words } from '#features/imports/imports-words.ts';
import { ImportSteps } from '#features/imports/ImportSteps.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

const route = getRouteApi('/imports/$importId');

/** One file on its way in. Its name is on the page and never in the address. */
export function ImportPage() {
  const { importId } = route.useParams();
  const navigate = route.useNavigate();
  return (
    <>
      <title>Import · Cairn</title>
      <Suspense fallback={<Skeleton what={words.waiting} rows={6} />}>
        <ImportSteps importId={importId} back={<Link to="/imports">{words.back}</Link>} onGone={() => void navigate({ to: '/imports' })} />
      </Suspense>
    </>
  );
}
