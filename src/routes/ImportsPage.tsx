import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { importsWords as words } from '#features/imports/imports-words.ts';
import { ImportsList } from '#features/imports/ImportsList.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';

/** Files from other systems: those that were brought in, and the way to bring in another. */
export function ImportsPage() {
  return (
    <>
      <title>Imports · Cairn</title>
      <PageHeader
        title={words.title}
        actions={
          <Link to="/imports/new" className={buttonLook('primary')}>
            {words.bring}
          </Link>
        }
      />
      <Suspense fallback={<Skeleton what={words.waiting} rows={4} rowHeight={64} />}>
        <ImportsList
          renderOpen={(importId, label, face) => (
            <Link to="/imports/$importId" params={{ importId }} className={buttonLook()} aria-label={label}>
              {face}
            </Link>
          )}
        />
      </Suspense>
    </>
  );
}
