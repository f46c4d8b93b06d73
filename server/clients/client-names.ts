import { initialOf } from '#domain/people/cut-text.ts';

/** Some people have one name: whichever of the two it is written as, the other is empty. */
type Named = { readonly first_name: string; readonly last_name: string; readonly preferred_name: string | null };

/** How a client is called on a page: the preferred or first name, and the initial of the last; one name as it is. */
export const shownName = (client: Named): string =>
  isOneName(client) ? calledName(client) : `${calledName(client)} ${initialOf(client.last_name)}.`;

export const calledName = ({ first_name, last_name, preferred_name }: Named): string => preferred_name ?? (first_name || last_name);

/** Dana Walsh */
export const fullName = (client: Named): string => (isOneName(client) ? calledName(client) : `${calledName(client)} ${client.last_name}`);

/** Walsh, Dana */
export const nameByLast = (client: Named): string =>
  isOneName(client) ? calledName(client) : `${client.last_name}, ${calledName(client)}`;

/** Walsh, D., as on lists that lie open in a group room. */
export const shortNameByLast = (client: Named): string =>
  isOneName(client) ? calledName(client) : `${client.last_name}, ${initialOf(calledName(client))}.`;

/** Whether there is nothing to say beside what the client is called. */
const isOneName = ({ first_name, last_name, preferred_name }: Named): boolean =>
  last_name === '' || (first_name === '' && preferred_name === null);
