import { findingsOf } from './screen-readings.ts';
import { breathUnit } from '#domain/breath-alcohol.ts';
import { addDays } from '#domain/calendar.ts';
import { defaultSettings } from '#domain/settings.ts';
import { clientIdOf } from './client-rows.ts';
import type { Frame } from './frame.ts';
import type { Version } from './versions.ts';
import type { ProgramFixture } from './house.ts';
import { memberOf } from './house.ts';
import type { Collection, ClientFixture } from './life.ts';
import { cutoffs } from './panels.ts';
import { diceFor, idFor } from './random.ts';
import type { Book } from './rows.ts';
import { requestedIdOf } from './screening.ts';

const slotIdOf = (fixture: ClientFixture, on: string): string => idFor(`client ${fixture.key} slot ${on}`);
const batchIdOf = (sessionId: string): string => idFor(`batch ${sessionId}`);

/** The schedule's slots, each collection with its results, and the reading of the version that holds now. */
export function writeScreens(book: Book, programFixture: ProgramFixture, fixture: ClientFixture, versions: readonly Version[], frame: Frame): void {
  const client_id = clientIdOf(fixture);
  const reason = 'scheduled' as const;
  for (const { on, session, scheduled } of fixture.collections) {
    if (scheduled) book.write('screen_slot', { id: slotIdOf(fixture, on), client_id, session_id: session?.id ?? null, due_on: on, reason });
  }
  for (const { on, session } of fixture.dueNext)
    book.write('screen_slot', { id: slotIdOf(fixture, on), client_id, session_id: session?.id ?? null, due_on: on, reason });

  const amended = new Set(versions.map(({ amends }) => amends));
  for (const version of versions) {
    writeScreen(book, programFixture, fixture, version, frame);
    for (const { analyte, result, expected } of version.analytes) {
      const requested = { expectation: expected.expectation, expected_because: expected.because };
      const cutoff = cutoffs[analyte] ?? null;
      book.write('analyte_result', {
        screen_id: version.id,
        analyte,
        result,
        ...requested,
        ...measuredBy(version, cutoff),
      });
    }
    if (!amended.has(version.id))
      book.write('screen_reading', { screen_id: version.id, client_id, ...findingsOf(version, fixture.medications) });
  }
}

/** A strip is read against its cut-off; a breath device shows a number. */
const measuredBy = ({ collection }: Version, cutoff: number | null) =>
  collection.breath === undefined
    ? { cutoff, value: null, unit: cutoff === null ? null : 'ng/mL' }
    : { cutoff: defaultSettings.breathAlcoholLimit, value: collection.breath, unit: breathUnit };

/** Who watched: somebody of the staff in most weeks of the last two months, nobody now and then; before that it wasn't asked. */
function watchedOn(programFixture: ProgramFixture, id: string, collection: Version['collection'], { today }: Frame) {
  const requested = programFixture.settings?.observedCollections === true && collection.specimen === 'urine-cup' && collection.on >= addDays(today, -60);
  if (!requested || collection.outcome !== 'collected') return { observed: null, observed_by: null };
  const who = diceFor(`watched ${id}`).weighted([
    ['lin', 8],
    ['duarte', 3],
    [null, 1],
  ]);
  return who === null ? { observed: false, observed_by: null } : { observed: true, observed_by: memberOf(programFixture, who).id };
}

function writeScreen(book: Book, programFixture: ProgramFixture, fixture: ClientFixture, { id, collection, receivedAt, amends }: Version, frame: Frame): void {
  const collected = collection.outcome === 'collected';
  const logged = collection.session !== null && amends === null;
  book.write('screen', {
    id,
    client_id: clientIdOf(fixture),
    slot_id: slotOf(fixture, collection),
    session_id: collection.session?.id ?? null,
    batch_id: logged && collection.specimen !== 'breath-alcohol' ? batchIdOf(collection.session.id) : null,
    outside_key: null,
    scheduled: collection.scheduled,
    outcome: collection.outcome,
    specimen: collected ? collection.specimen : null,
    validity: collected ? collection.validity : null,
    validity_reason: collected ? collection.reason : null,
    temperature_in_range: collected && collection.specimen === 'urine-cup' ? collection.validity !== 'substituted' : null,
    ...watchedOn(programFixture, amends ?? id, collection, frame),
    panel_id: collected ? collection.panel.id : null,
    lot: collected && collection.specimen === 'urine-cup' ? collection.panel.lot : null,
    collected_on: collection.on,
    collected_at: collection.at,
    received_at: receivedAt,
    read_by: logged ? memberOf(programFixture, readerOf(programFixture)).id : null,
    source: amends === null && collection.specimen !== 'urine-lab' ? 'logged' : 'imported',
    amends_id: amends,
    amended_because: amends === null ? null : 'lab-correction: result of the laboratory',
  });
}

function slotOf(fixture: ClientFixture, collection: Collection): string | null {
  if (collection.scheduled) return slotIdOf(fixture, collection.on);
  return collection.session === null ? null : requestedIdOf(fixture, collection);
}

const readerOf = (programFixture: ProgramFixture): string => programFixture.staff.find(({ role }) => role === 'tech')?.key ?? '';

/** One signed batch for each session at which cups were read, with how many. */
export function writeBatches(book: Book, programFixture: ProgramFixture): void {
  const bySession = Map.groupBy(
    book.rows.screen.filter(({ batch_id }) => batch_id !== null),
    ({ session_id }) => session_id ?? '',
  );
  for (const [session_id, screens] of bySession) {
    const signed_at = screens.map(({ received_at }) => received_at).reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a));
    const row = {
      id: batchIdOf(session_id),
      session_id,
      cups_counted: screens.filter(({ outcome }) => outcome === 'collected').length,
      signed_by: memberOf(programFixture, readerOf(programFixture)).id,
    };
    book.write('screen_batch', signed_at === undefined ? row : { ...row, signed_at });
  }
}
