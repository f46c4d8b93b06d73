import type { Database } from '#server/database/pool.ts';

export type ClientNumbered = {
  readonly id: string;
  readonly chart_number: string;
  readonly first_name: string;
  readonly last_name: string;
};

/** Every client of the organization by chart number, as whoever mends a file has to tell them apart. */
export const clientsNumbered = (db: Database): Promise<readonly ClientNumbered[]> =>
  db.selectFrom('client').select(['id', 'chart_number', 'first_name', 'last_name']).execute();
