import { createContext } from 'react';

/** Where a page's dialogs belong, so that they come and go with it; the document's body where there is none. */
export const PortalHost = createContext<HTMLElement | undefined>(undefined);
