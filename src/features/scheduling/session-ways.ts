import type { ReactNode } from 'react';
import type { ChangedSession } from './dialogs/SessionChangeForm.tsx';

type Look = { className: string; label: string; children: string };

/** Where a session leads for whoever looks: undefined where it isn't theirs. */
export type SessionWays = {
  readonly log?: ((sessionId: string, look: Look) => ReactNode) | undefined;
  readonly attendance?: ((sessionId: string, look: Look) => ReactNode) | undefined;
  readonly change?: ((session: ChangedSession) => void) | undefined;
};
