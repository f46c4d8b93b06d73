import { findingOf, type EarlierResult } from '#domain/drug-screens.ts';
import { expectationOf } from '#domain/medications.ts';
import { applyResult, begin, restate, type Opened } from './adjustments.ts';
import { explainedOn } from './explanations.ts';
import type { Frame } from './frame.ts';
import type { ClientFixture } from './life.ts';
import { mapWith } from './panels.ts';
import { idFor } from './random.ts';
import type { ReadAnalyte, Version } from './versions.ts';

export type ScreenEvents = { readonly versions: readonly Version[]; readonly adjustments: readonly Opened[] };

/** Every screen of a client, read in the order in which the results came in, with what each of them opened; and then as all of it reads now. */
export function screensOf(fixture: ClientFixture, frame: Frame): ScreenEvents {
  const adjustments: Opened[] = [];
  const versions: Version[] = [];
  for (const arrived of arrivalsOf(fixture, frame)) {
    const version = { ...arrived, analytes: readAll(fixture, arrived, versions, new Set(), frame) };
    versions.push(version);
    begin(fixture, adjustments, version.receivedAt, frame);
    if (version.amends === null) applyResult(fixture, adjustments, version, frame);
    else restate(adjustments, version);
  }
  begin(fixture, adjustments, frame.now, frame);
  const now = versions.map((version) => ({
    ...version,
    analytes: readAll(fixture, version, versions, explainedOn(version.id, adjustments, frame), frame),
  }));
  return { versions: now, adjustments };
}

type Arrival = Omit<Version, 'analytes'>;

function arrivalsOf(fixture: ClientFixture, { now }: Frame): readonly Arrival[] {
  return fixture.collections
    .flatMap((collection, index): Arrival[] => {
      const id = idFor(`${fixture.key} screen ${index}`);
      const first: Arrival = { id, collection, receivedAt: collection.receivedAt, results: collection.results, amends: null };
      if (collection.confirmation === null) return [first];
      const { at, results } = collection.confirmation;
      return [
        first,
        {
          id: idFor(`${fixture.key} screen ${index} confirmed`),
          collection,
          receivedAt: at,
          results: { ...collection.results, ...results },
          amends: id,
        },
      ];
    })
    .filter(({ receivedAt }) => receivedAt <= now)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}

function readAll(
  fixture: ClientFixture,
  { collection, results }: Arrival,
  versions: readonly Arrival[],
  explained: ReadonlySet<string>,
  { settings }: Frame,
): readonly ReadAnalyte[] {
  const { on, specimen, validity, panel } = collection;
  const map = mapWith(panel);
  const carried = new Set(
    fixture.windows.filter(({ kind, from, to }) => kind === 'carry-over' && from <= on && on <= to).map(({ analyte }) => analyte),
  );
  return Object.entries(results).map(([analyte, result]) => {
    const expected = expectationOf(analyte, { specimen, panelId: panel.id }, fixture.medications, map, on);
    const earlier = carried.has(analyte) ? earlierOf(analyte, versions) : [];
    const facts = {
      analyte,
      result,
      validity,
      expectation: expected.expectation,
      collectedOn: on,
      admittedOn: fixture.openedOn,
      windows: fixture.windows,
      earlier,
    };
    return { analyte, result, expected, finding: findingOf({ ...facts, explained: explained.has(analyte), settings }) };
  });
}

/** What is known of an analyte so far. An amendment takes the place of what it amends. */
function earlierOf(analyte: string, versions: readonly Arrival[]): readonly EarlierResult[] {
  const amended = new Set(versions.map(({ amends }) => amends));
  return versions
    .filter(({ id }) => !amended.has(id))
    .flatMap(({ collection, results }) => {
      const result = results[analyte];
      return result === undefined ? [] : [{ on: collection.on, result, validity: collection.validity }];
    });
}
