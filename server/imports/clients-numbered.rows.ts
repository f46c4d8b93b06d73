import { clientsToImport, registersOnly, type Importer } from '#server/access/import-scope.ts';
import type { Database } from '#server/database/pool.ts';

export type ClientNumbered = {
  readonly id: string;
  readonly chart_number: string;
  readonly first_name: string;
  readonly last_name: string;
};

type Reach = { readonly db: Database; readonly importer: Importer };

/** The clients within the importer's reach by chart number, as whoever mends a file has to tell them apart; none for whoever opens no chart. */
export const clientsNumbered = async ({ db, importer }: Reach): Promise<readonly ClientNumbered[]> =>
  registersOnly(importer)
    ? []
    : db.selectFrom('client').select(['id', 'chart_number', 'first_name', 'last_name']).where(clientsToImport(importer)).execute();
