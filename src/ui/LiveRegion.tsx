import { useSyncExternalStore } from 'react';
import { latestAnnouncement, onAnnouncement } from './announcements.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** The one polite region of a page. Rendered once, by the shell; anybody speaks through `announce`. */
export function LiveRegion() {
  const message = useSyncExternalStore(onAnnouncement, latestAnnouncement, () => '');
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{message}</VisuallyHidden>
    </div>
  );
}
