import { momentOf, type Day } from '#domain/calendar.ts';
import { safetyOpenings } from '#domain/safety.ts';
import { writeAdjustments } from './adjustment-rows.ts';
import { writeAttendance } from './attendance-rows.ts';
import { writeCare } from './care-rows.ts';
import { clientIdOf, episodeIdOf, writeClient } from './client-rows.ts';
import { screensOf } from './drug-screens.ts';
import type { Version } from './versions.ts';
import { minutesAfter, type Frame } from './frame.ts';
import type { House } from './house.ts';
import type { Concern, Life } from './life.ts';
import { writeGroupPlace } from './meetings.ts';
import { writeReviews } from './review-rows.ts';
import type { Book } from './rows.ts';
import { writeScreens } from './screen-rows.ts';
import { writeAsked, writeScreening } from './screening.ts';

/** Writes one client's whole record: the told facts as they are, and what the domain's rules make of them. */
export function tell(book: Book, house: House, life: Life, frame: Frame): void {
  const { versions, adjustments } = screensOf(life, frame);
  writeCare(book, life);
  writeClient(book, { ...life, concerns: [...life.concerns, ...concernsFrom(versions, frame)] }, frame);
  writeGroupPlace(book, life, frame);
  writeAttendance(book, life);
  writeScreening(book, life, frame);
  writeAsked(book, life, frame);
  writeScreens(book, house, life, versions, frame);
  writeAdjustments(book, life, adjustments, frame);
  writeReviews(book, life, frame);
  const safety = life.closing?.safety ?? null;
  if (life.closing === null || safety === null) return;
  book.write('safety_ending', {
    episode_id: episodeIdOf(life),
    cause: safety.cause,
    narrative: safety.narrative,
    signed_by: safety.signedBy.id,
    second_signer: safety.secondSigner.id,
    at: momentOf(life.closing.on, '15:00', frame.zone),
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
          told: 'On-call clinician',
          toldAt: minutesAfter(receivedAt, 12),
          closedAt: minutesAfter(receivedAt, 55),
          screenId: id,
        }));
    })
    .filter(({ closedAt }) => closedAt <= now);
}

/** The episodes that the program ended for safety: closed after their record is written. */
export const safetyClosingOf = (life: Life): { clientId: string; episodeId: string; on: Day } | null =>
  life.closing?.safety ? { clientId: clientIdOf(life), episodeId: episodeIdOf(life), on: life.closing.on } : null;
