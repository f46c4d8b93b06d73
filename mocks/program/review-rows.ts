import { addDays, momentOf, type Day } from '#domain/calendar.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';
import type { Book } from './rows.ts';

const everyDays = 30;
const lastDaysAgo = 9;

/** The care plan gone through every thirty days with each client in care, and the goals with it; the last time nine days ago. */
export function writeReviews(book: Book, fixture: ClientFixture, { today, zone }: Frame): void {
  if (fixture.discharge !== null) return;
  const client_id = clientIdOf(fixture);
  for (const on of reviewDays(fixture.openedOn, addDays(today, -lastDaysAgo))) {
    book.write('review', {
      id: idFor(`client ${fixture.key} plan review ${on}`),
      client_id,
      what: 'care-plan',
      instrument: null,
      goal_id: null,
      phase_id: null,
      reviewed_on: on,
      summary: 'Gone through together. What helps stays; the next step of each goal is written down.',
      next_on: addDays(on, everyDays),
      rating: null,
      decision: null,
      signed_by: fixture.therapist.id,
      signed_at: momentOf(on, '16:20', zone),
    });
  }
}

const reviewDays = (openedOn: Day, last: Day): readonly Day[] =>
  last <= openedOn ? [] : [...reviewDays(openedOn, addDays(last, -everyDays)), last];
