import { lazy, Suspense } from 'react';
import type { DialogProps } from './Dialog.tsx';

const Dialog = lazy(async () => ({ default: (await import('./Dialog.tsx')).Dialog }));

/** A dialog whose code is fetched the first time it opens, so that no page pays for it before. */
export function DialogLater(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
