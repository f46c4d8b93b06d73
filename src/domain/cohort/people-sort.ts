/** What the people behind a number can be listed by. */
export const peopleColumns = ['client', 'chart', 'on', 'summary', 'counted'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];
export type PeopleSort = { readonly by: PeopleColumn; readonly down: boolean };

/** The order that an address asks for, 'client' or '-on'; the latest first where it asks for none that exists. */
export function sortIn(text: string | undefined): PeopleSort {
  const down = text?.startsWith('-') ?? true;
  const by = peopleColumns.find((column) => column === (text ?? '').replace(/^-/, ''));
  return by === undefined ? { by: 'on', down: true } : { by, down };
}

export const sortText = ({ by, down }: PeopleSort): string => `${down ? '-' : ''}${by}`;

/** What choosing a column's head asks for: the other way round where it is sorted by already, otherwise from its natural end. */
export const nextSort = (now: PeopleSort, by: PeopleColumn): PeopleSort =>
  now.by === by ? { by, down: !now.down } : { by, down: by === 'on' };
