import type { OpenOffer, ReadScreen } from '#domain/medications/reinterpretation.ts';
import type { Database } from '#server/database/pool.ts';
import { screenRows } from '#server/drug-screens/screens.rows.ts';

/** The screens of a client on which a specimen was read. */
export async function screensRead(db: Database, clientId: string): Promise<readonly ReadScreen[]> {
  const rows = await screenRows(db, [clientId], {});
  return rows.flatMap(({ id, collected_on, specimen, panel_id, validity, results }) =>
    specimen === null || validity === null ? [] : [{ id, on: collected_on, specimen, panelId: panel_id, validity, results }],
  );
}

/** Offers of a client that nobody has answered. */
export async function openOffers(db: Database, clientId: string): Promise<readonly OpenOffer[]> {
  const rows = await db
    .selectFrom('reinterpretation as review')
    .leftJoin('reinterpretation_answer as answer', 'answer.review_id', 'review.id')
    .select(['review.id', 'review.screen_id', 'review.analytes'])
    .where('review.client_id', '=', clientId)
    .where('answer.review_id', 'is', null)
    .execute();
  return rows.map(({ id, screen_id, analytes }) => ({ id, screenId: screen_id, analytes }));
}
