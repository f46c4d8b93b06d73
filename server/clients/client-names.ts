/** How a client is called on a page: the preferred or first name, and the initial of the last. */
export const shownName = (client: {
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
}): string => `${calledName(client)} ${client.last_name.slice(0, 1)}.`;

export const calledName = (client: { readonly first_name: string; readonly preferred_name: string | null }): string =>
  client.preferred_name ?? client.first_name;
