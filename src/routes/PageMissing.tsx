import { NoAccess } from '#ui/NoAccess.tsx';

/** In the place of a page whose address names nothing. */
export function PageMissing() {
  return <NoAccess>There is no page at this address.</NoAccess>;
}
