import type { Selectable } from 'kysely';
import { inNameOrder } from '#server/database/in-name-order.ts';
import type { MedicationShown, ReadingReviewShown } from '#contract/episodes-shown.ts';
import { isKnownMedication, rulesFor } from '#domain/medications/expectation.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import type { NamedRule } from './medications.rows.ts';

/** The medication list: what is taken now first, then what was, the newest first. What was entered by mistake isn't in it. */
export async function medicationsShown(db: Database, clientId: string, map: readonly NamedRule[]): Promise<readonly MedicationShown[]> {
  const rows = await db
    .selectFrom('medication')
    .leftJoin('staff', 'staff.id', 'medication.verified_by')
    .selectAll('medication')
    .select('staff.name as verifier')
    .where('client_id', '=', clientId)
    .where('withdrawn_at', 'is', null)
    .orderBy('medication.ended_on', (order) => order.desc().nullsFirst())
    .orderBy('started_on', 'desc')
    .orderBy(inNameOrder('medication.name'))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    dose: row.dose,
    from: row.started_on,
    to: row.ended_on,
    prescriber: row.prescriber,
    stoppedBecause: row.stopped_because,
    rules: [...rulesFor(row, map)],
    known: isKnownMedication(row, map),
    verified: verificationOf(row),
  }));
}

type Verification = Pick<Selectable<Tables['medication']>, 'verified_how' | 'verified_at' | 'verified_until'> & {
  readonly verifier: string | null;
};

const verificationOf = ({
  verified_how: how,
  verified_at: at,
  verified_until: until,
  verifier: by,
}: Verification): MedicationShown['verified'] => (how === null || at === null ? null : { how, by, at, until });

/** Screens that a changed medication list would read differently, with what a clinician answered; the newest first. */
export async function readingReviewsOf(db: Database, clientId: string): Promise<readonly ReadingReviewShown[]> {
  const rows = await db
    .selectFrom('reinterpretation as review')
    .innerJoin('screen', 'screen.id', 'review.screen_id')
    .innerJoin('medication', 'medication.id', 'review.medication_id')
    .leftJoin('staff', 'staff.id', 'review.offered_by')
    .leftJoin('reinterpretation_answer as answer', 'answer.review_id', 'review.id')
    .leftJoin('staff as answerer', 'answerer.id', 'answer.by')
    .select([
      'review.id',
      'review.screen_id',
      'review.analytes',
      'review.offered_at',
      'screen.collected_on',
      'medication.name as medication',
    ])
    .select(['staff.name as offered_by', 'answer.answer', 'answer.because', 'answer.at', 'answerer.name as answered_by'])
    .where('review.client_id', '=', clientId)
    .orderBy('screen.collected_on', 'desc')
    .orderBy('review.offered_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    screenId: row.screen_id,
    on: row.collected_on,
    medication: row.medication,
    offeredAt: row.offered_at,
    offeredBy: row.offered_by,
    analytes: row.analytes,
    answer:
      row.answer === null || row.at === null ? null : { answer: row.answer, because: row.because, by: row.answered_by ?? '', at: row.at },
  }));
}
