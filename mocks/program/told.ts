import { momentOf, type Day } from '#domain/calendar.ts';
import { safetyOpenings } from '#domain/safety.ts';
import { writeAdjustments } from './adjustment-rows.ts';
import { writeAttendance } from './attendance-rows.ts';
import { writeCare } from './care-rows.ts';
import { clientIdOf, episodeIdOf, writeClient } from './client-rows.ts';
import { screensOf } from './drug-screens.ts';
import type { Version } from './versions.ts';
import { minutesAfter, type Frame } from './frame.ts';
import type { ProgramFixture } from './house.ts';
import type { Concern, ClientFixture } from './life.ts';
import { writeEnrollment } from './meetings.ts';
import { writeReviews } from './review-rows.ts';
import type { Book } from './rows.ts';
import { writeScreens } from './screen-rows.ts';
import { writeRequested, writeScreening } from './screening.ts';

/** Writes one client's whole record: the told facts as they are, and what the domain's rules make of them. */
export function tell(book: Book, programFixture: ProgramFixture, fixture: ClientFixture, frame: Frame): void {
  const { versions, adjustments } = screensOf(fixture, frame);
  writeCare(book, fixture);
  writeClient(book, { ...fixture, concerns: [...fixture.concerns, ...concernsFrom(versions, frame)] }, frame);
  writeEnrollment(book, fixture, frame);
  writeAttendance(book, fixture);
  writeScreening(book, fixture, frame);
  writeRequested(book, fixture, frame);
  writeScreens(book, programFixture, fixture, versions, frame);
  writeAdjustments(book, fixture, adjustments, frame);
  writeReviews(book, fixture, frame);
  const safety = fixture.discharge?.safety ?? null;
  if (fixture.discharge === null || safety === null) return;
  book.write('safety_ending', {
    episode_id: episodeIdOf(fixture),
    cause: safety.cause,
    narrative: safety.narrative,
    signed_by: safety.signedBy.id,
    second_signer: safety.secondSigner.id,
    at: momentOf(fixture.discharge.on, '15:00', frame.zone),
  });
}

/** What a screen opened on the safety clock. The on-call clinician was told before the client left, and the check recorded that evening. */
function concernsFrom(versions: readonly Version[], { settings, now }: Frame): readonly Concern[] {
  return versions
    .filter(({ amends }) => amends === null)
    .flatMap(({ id, analytes, receivedAt }) => {
      const facts = { item9: null, breathAlcohol: null, analytes, opioidMedicationStopped: false, returned: false, reported: [] };
      return safetyOpenings(facts, settings)
        .slice(0, 1)
        .map((trigger) => ({
          openedAt: receivedAt,
          trigger,
          notified: 'On-call clinician',
          notifiedAt: minutesAfter(receivedAt, 12),
          closedAt: minutesAfter(receivedAt, 55),
          screenId: id,
        }));
    })
    .filter(({ closedAt }) => closedAt <= now);
}

/** The episodes that the program ended for safety: closed after their record is written. */
export const closedConcernOf = (fixture: ClientFixture): { clientId: string; episodeId: string; on: Day } | null =>
  fixture.discharge?.safety ? { clientId: clientIdOf(fixture), episodeId: episodeIdOf(fixture), on: fixture.discharge.on } : null;
