import { reinterpretationsOf, sameReinterpretations } from '#domain/medications/reinterpretation.ts';
import type { Medication } from '#domain/medications/expectation.ts';
import { screenRows } from '#server/drug-screens/screens.rows.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { ListBefore } from './medications.guards.ts';

/**
 * Offers every screen that the new list would read differently to a clinician; nothing of the screen is changed. An offer of the same screen
 * that nobody answered yet is overtaken by the newer one, or by an edit after which nothing would be read differently any more.
 */
export async function offerAgain(
  { db, actor, now }: Context,
  { clientId, before, map }: ListBefore,
  after: readonly Medication[],
  medicationId: string,
): Promise<number> {
  const organization_id = actor.organizationId;
  const screens = (await screenRows(db, [clientId], {})).flatMap((row) =>
    row.specimen === null || row.validity === null
      ? []
      : [{ id: row.id, on: row.collected_on, specimen: row.specimen, panelId: row.panel_id, validity: row.validity, results: row.results }],
  );
  const open = await openOffers(db, clientId);
  const looked = screens.map((screen) => {
    const openReview = open.find(({ screen_id }) => screen_id === screen.id);
    // An open offer is worked out anew against the whole list, so that it never says what is no longer so.
    const analytes = reinterpretationsOf(screen, openReview === undefined ? before : null, after, map);
    return { screen, analytes, openReview, same: openReview !== undefined && sameReinterpretations(openReview.analytes, analytes) };
  });
  const overtaken = looked.flatMap(({ openReview, same }) => (openReview === undefined || same ? [] : [openReview]));
  if (overtaken.length > 0)
    await db
      .insertInto('reinterpretation_answer')
      .values(
        overtaken.map(({ id }) => ({
          organization_id,
          review_id: id,
          client_id: clientId,
          answer: 'overtaken' as const,
          because: null,
          amended_by: null,
          by: actor.staffId,
          at: now,
        })),
      )
      .execute();
  const fresh = looked.filter(({ analytes, same }) => analytes.length > 0 && !same);
  if (fresh.length > 0)
    await db
      .insertInto('reinterpretation')
      .values(
        fresh.map(({ screen, analytes }) => ({
          organization_id,
          client_id: clientId,
          screen_id: screen.id,
          medication_id: medicationId,
          analytes: JSON.stringify(analytes),
          offered_at: now,
          offered_by: actor.staffId,
        })),
      )
      .execute();
  return fresh.length;
}

/** Offers of a client that nobody has answered. */
const openOffers = (db: Context['db'], clientId: string) =>
  db
    .selectFrom('reinterpretation as review')
    .leftJoin('reinterpretation_answer as answer', 'answer.review_id', 'review.id')
    .select(['review.id', 'review.screen_id', 'review.analytes'])
    .where('review.client_id', '=', clientId)
    .where('answer.review_id', 'is', null)
    .execute();
