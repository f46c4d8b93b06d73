/** Which row of a grid has the keyboard: by its id, and by whom it is about where a row gets another id when it is stored. */
export type CurrentRow = { readonly id: string; readonly clientId: string };

type Row = CurrentRow;

/** The row that was last gone to, as it is now; null where nobody went to one yet, or where it is gone. */
export const currentIn = <R extends Row>(rows: readonly R[], current: CurrentRow | null): R | null =>
  current === null
    ? null
    : (rows.find(({ id }) => id === current.id) ?? rows.find(({ clientId }) => clientId === current.clientId) ?? null);
