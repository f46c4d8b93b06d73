import { sql, type Insertable, type Selectable } from 'kysely';
import type { Problem } from '#domain/imports/problems.ts';
import { withoutZeros } from '#domain/imports/numbers.ts';
import { clientsToImport, type Importer } from '#server/access/import-scope.ts';
import type { Database, Tables } from '#server/database/pool.ts';

type Person = Pick<Selectable<Tables['client']>, 'first_name' | 'last_name' | 'born_on'>;
type Client = Omit<Insertable<Tables['client']>, 'id'> & Person & { id: string };
type Episode = Insertable<Tables['episode']> & { id: string };
export type Level = Insertable<Tables['level_span']> & { id: string };
export type Hours = Insertable<Tables['prescribed_hours']> & { id: string };

/** `fresh` where an earlier row of the same batch made the client or an episode of theirs. */
export type Known = {
  readonly client: Client;
  readonly episodes: readonly Episode[];
  readonly hours: readonly Hours[];
  readonly levels: readonly Level[];
  readonly fresh: boolean;
};
export type KnownClients = {
  readonly byChart: Map<string, Known>;
  /** Why a number that nobody within reach has can't be a new client's: somebody out of reach has it, or somebody with zeros or other capitals. */
  readonly whyUnknown: (chartNumber: string) => Problem | null;
};

type Reach = { readonly db: Database; readonly importer: Importer };

/** The clients of a batch by chart number, with their episodes and prescribed hours, as far as the importer reaches. */
export async function knownClients({ db, importer }: Reach, charts: readonly string[]): Promise<KnownClients> {
  const bare = [...new Set(charts.filter((chart) => /^\d+$/.test(chart)).map(withoutZeros))];
  // The number of a chart that was merged leads to the surviving chart.
  const found = await db
    .selectFrom('client as named')
    .innerJoin('client', (join) =>
      join
        .onRef('client.organization_id', '=', 'named.organization_id')
        .on((eb) => eb('client.id', '=', eb.fn.coalesce('named.superseded_by', 'named.id'))),
    )
    .selectAll('client')
    .select('named.chart_number')
    .where('named.chart_number', 'in', ['', ...charts])
    .where(clientsToImport(importer))
    .execute();
  const taken = await db
    .selectFrom('client')
    .select('chart_number')
    .where('chart_number', 'in', ['', ...charts])
    .execute();
  const zeros = await db
    .selectFrom('client')
    .select('chart_number')
    .where('chart_number', 'like', '0%')
    .where(sql<string>`ltrim(chart_number, '0')`, 'in', ['-', ...bare])
    .where(clientsToImport(importer))
    .execute();
  const letters = await db
    .selectFrom('client')
    .select('chart_number')
    .where(sql<string>`lower(chart_number)`, 'in', ['', ...new Set(charts.map((chart) => chart.toLowerCase()))])
    .where(clientsToImport(importer))
    .execute();
  const written = new Set(letters.map(({ chart_number }) => chart_number.toLowerCase()));
  const ids = ['00000000-0000-0000-0000-000000000000', ...found.map(({ id }) => id)];
  const episodes = Map.groupBy(
    await db.selectFrom('episode').selectAll().where('client_id', 'in', ids).execute(),
    ({ client_id }) => client_id,
  );
  const hours = Map.groupBy(
    await db.selectFrom('prescribed_hours').selectAll().where('client_id', 'in', ids).orderBy('from_on').execute(),
    ({ client_id }) => client_id,
  );
  const levels = Map.groupBy(
    await db.selectFrom('level_span').selectAll().where('client_id', 'in', ids).orderBy('from_on').execute(),
    ({ client_id }) => client_id,
  );
  const reached = new Set(found.map(({ chart_number }) => chart_number));
  const elsewhere = new Set(taken.flatMap(({ chart_number }) => (reached.has(chart_number) ? [] : chart_number)));
  const padded = new Set(zeros.map(({ chart_number }) => withoutZeros(chart_number)));
  return {
    byChart: new Map(
      found.map((client) => [
        client.chart_number,
        {
          client,
          episodes: episodes.get(client.id) ?? [],
          hours: hours.get(client.id) ?? [],
          levels: levels.get(client.id) ?? [],
          fresh: false,
        },
      ]),
    ),
    whyUnknown: (chart) => {
      if (elsewhere.has(chart)) return { code: 'number-out-of-reach' };
      // A spreadsheet drops zeros in front.
      if (padded.has(chart)) return { code: 'zeros-lost' };
      return written.has(chart.toLowerCase()) ? { code: 'other-capitals' } : null;
    },
  };
}
