import { clientsOf } from '../../access.ts';
import { sessionFor } from '../../facts/sessions.ts';
import type { Contract } from '#contract/index.ts';
import type { Procedure } from '../../procedure.ts';

const pattern = (text: string): string => `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Clients with an open episode by the start of a name or of the chart number, among those whom the reader may open. At most ten. */
export const walkIn: Procedure<Contract['drugScreens']['walkIn']> = async ({ sessionId, search }, context) => {
  const { db, actor, record } = context;
  await sessionFor(context, sessionId);
  const parts = search
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 4)
    .map(pattern);
  const rows = await record.seen(
    db
      .selectFrom('client')
      .select([
        'client.id as client_id',
        'client.first_name',
        'client.last_name',
        'client.preferred_name',
        'client.born_on',
        'client.chart_number',
      ])
      .where(clientsOf(actor))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('episode')
            .select('episode.id')
            .whereRef('episode.client_id', '=', 'client.id')
            .where('episode.closed_on', 'is', null),
        ),
      )
      .where((eb) =>
        eb.and(
          parts.map((part) =>
            eb.or([
              eb('client.last_name', 'ilike', part),
              eb('client.first_name', 'ilike', part),
              eb('client.preferred_name', 'ilike', part),
              eb('client.chart_number', 'ilike', part),
            ]),
          ),
        ),
      )
      .orderBy('client.last_name')
      .orderBy('client.first_name')
      .limit(10),
  );
  return {
    clients: rows.map((row) => ({
      clientId: row.client_id,
      name: `${row.last_name}, ${row.preferred_name ?? row.first_name}`,
      bornOn: row.born_on,
      chartNumber: row.chart_number,
    })),
  };
};
