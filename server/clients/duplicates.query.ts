import type { Contract } from '#contract/index.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import { chartOfClient } from './charts.rows.ts';
import { chartsLike, duplicatesAmong, numberTaken } from './duplicates.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Charts that may be the same person's. A chart out of reach is never shown; only that its number is taken. */
export const duplicates: ProceduresOf<Contract['clients']>['duplicates'] = async (input, { db, actor, record }) => {
  const except = input.except ?? null;
  const shown = duplicatesAmong(await chartsLike(db, actor, input, except).execute(), input);
  // Those that were compared and not shown were seen by nobody: the event names the others.
  const ids = shown.map(({ clientId }) => clientId);
  await record.seen(
    chartOfClient(db)
      .where('client.id', 'in', ids.length === 0 ? [nobody] : ids)
      .where(clientsOf(actor)),
  );
  return {
    duplicates: shown,
    numberTaken: input.chartNumber !== '' && (await numberTaken(db, input.chartNumber, except)),
  };
};
