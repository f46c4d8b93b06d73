import { addDays, type Day } from '#domain/calendar.ts';
import { programVocabulary } from '#domain/program-vocabulary.ts';
import { clientIdOf, episodeIdOf } from './client-rows.ts';
import { earlierToday, type Frame } from './frame.ts';
import { memberOf, type ProgramFixture } from './house.ts';
import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';
import type { Book } from './rows.ts';

const [intensive, outpatient] = programVocabulary.levelsOfCare;

/** Levels of care by what is prescribed, and the reviews that were made before each authorisation was renewed. */
export function writeCare(book: Book, fixture: ClientFixture): void {
  const client_id = clientIdOf(fixture);
  const levels = fixture.hours.map(({ from, perWeek }, index) => ({
    level: perWeek >= 9 ? intensive : outpatient,
    from: index === 0 ? fixture.openedOn : from,
  }));
  for (const [index, { level, from }] of levels.entries()) {
    if (levels[index - 1]?.level === level) continue;
    const id = idFor(`client ${fixture.key} level ${from}`);
    book.write('level_span', { id, client_id, episode_id: episodeIdOf(fixture), level, from_on: from });
  }
  for (const [index, { number, to }] of fixture.authorizations.slice(0, -1).entries()) {
    book.write('utilisation_review', {
      id: idFor(`client ${fixture.key} utilisation review ${number}`),
      client_id,
      authorisation_id: idFor(`client ${fixture.key} authorisation ${number}`),
      reviewed_on: addDays(to, -3),
      next_review_on: null,
      note: index % 2 === 0 ? 'Continued stay agreed' : 'Continued stay agreed, fewer hours talked about',
      by: fixture.therapist.id,
    });
  }
}

type Away = readonly [away: string, by: string, from: number, to: number, note: string | null];

// Days from today. Nobody covers for or by R. Ortiz now, so that the list of one caseload stays one caseload.
const absences: readonly Away[] = [
  ['novak', 'okoye', -2, 8, 'Parental leave, back after the holiday'],
  ['ortiz', 'haile', 24, 31, 'Annual leave'],
  ['haile', 'ortiz', -61, -54, 'Training week'],
];

/** Who covers for whom, and a client of somebody else's who came to R. Ortiz with a note that is not read yet. */
export function writeTeam(book: Book, programFixture: ProgramFixture, fixtures: readonly ClientFixture[], frame: Frame): void {
  const known = new Set(programFixture.staff.map(({ key }) => key));
  for (const [away, by, from, to, note] of absences) {
    if (!known.has(away) || !known.has(by)) continue;
    const days = { from_on: addDays(frame.today, from), to_on: addDays(frame.today, to) };
    const away_id = memberOf(programFixture, away).id;
    const covered_by = memberOf(programFixture, by).id;
    book.write('coverage', {
      id: idFor(`${programFixture.key} coverage ${away} ${from}`),
      away_id,
      covered_by,
      ...days,
      note,
      made_by: away_id,
      cancelled_at: null,
    });
  }
  const received = fixtures.findLast(
    ({ therapist, discharge, openedOn }) => therapist.key === 'ortiz' && discharge === null && openedOn < monthAgo(frame),
  );
  const giver = programFixture.staff.find(({ key }) => key === 'haile');
  if (received === undefined || giver === undefined) return;
  book.write('handover', {
    id: idFor(`client ${received.key} handover`),
    client_id: clientIdOf(received),
    episode_id: episodeIdOf(received),
    from_id: giver.id,
    to_id: received.therapist.id,
    note: 'Opens up when there is time to walk; mornings are easier. The sister drives on Thursdays and may be called. We agreed to talk about the new job first.',
    on_day: addDays(frame.today, -3),
    by: giver.id,
    at: earlierToday('07:40', frame),
    acknowledged_at: null,
  });
}

const monthAgo = ({ today }: Frame): Day => addDays(today, -30);
