import type { ReactNode } from 'react';

/** What a link of the rail or the tabs is given: spread it on the router's Link. */
export type NavigationLook = { className: string | undefined; children: ReactNode; 'aria-current'?: 'page' };
export type NavigationItem = {
  readonly id: string;
  readonly label: string;
  /** An icon of 20. */
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly render: (look: NavigationLook) => ReactNode;
};
