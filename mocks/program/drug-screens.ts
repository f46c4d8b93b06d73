import { findingOf, type EarlierResult } from '#domain/drug-screens.ts';
import { expectationOf } from '#domain/medications.ts';
import { applyResult, begin, restate, type Opened } from './adjustments.ts';
import { explainedOn } from './explanations.ts';
import type { Frame } from './frame.ts';
import type { Life } from './life.ts';
import { mapWith } from './panels.ts';
import { idFor } from './random.ts';
import type { ReadAnalyte, Version } from './versions.ts';

export type ScreensTold = { readonly versions: readonly Version[]; readonly adjustments: readonly Opened[] };

/** Every screen of a client, read in the order in which the results came in, with what each of them opened; and then as all of it reads now. */
export function screensOf(life: Life, frame: Frame): ScreensTold {
  const adjustments: Opened[] = [];
  const versions: Version[] = [];
  for (const arrived of arrivalsOf(life, frame)) {
    const version = { ...arrived, analytes: readAll(life, arrived, versions, new Set(), frame) };
    versions.push(version);
    begin(life, adjustments, version.receivedAt, frame);
    if (version.amends === null) applyResult(life, adjustments, version, frame);
    else restate(adjustments, version);
  }
  begin(life, adjustments, frame.now, frame);
  const now = versions.map((version) => ({
    ...version,
    analytes: readAll(life, version, versions, explainedOn(version.id, adjustments, frame), frame),
  }));
  return { versions: now, adjustments };
}

type Arrival = Omit<Version, 'analytes'>;

function arrivalsOf(life: Life, { now }: Frame): readonly Arrival[] {
  return life.collections
    .flatMap((collection, index): Arrival[] => {
      const id = idFor(`${life.key} screen ${index}`);
      const first: Arrival = { id, collection, receivedAt: collection.receivedAt, results: collection.results, amends: null };
      if (collection.confirmation === null) return [first];
      const { at, results } = collection.confirmation;
      return [
        first,
        {
          id: idFor(`${life.key} screen ${index} confirmed`),
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
  life: Life,
  { collection, results }: Arrival,
  versions: readonly Arrival[],
  explained: ReadonlySet<string>,
  { settings }: Frame,
): readonly ReadAnalyte[] {
  const { on, specimen, validity, panel } = collection;
  const map = mapWith(panel);
  const carried = new Set(
    life.windows.filter(({ kind, from, to }) => kind === 'carry-over' && from <= on && on <= to).map(({ analyte }) => analyte),
  );
  return Object.entries(results).map(([analyte, result]) => {
    const expected = expectationOf(analyte, { specimen, panelId: panel.id }, life.medications, map, on);
    const earlier = carried.has(analyte) ? earlierOf(analyte, versions) : [];
    const facts = {
      analyte,
      result,
      validity,
      expectation: expected.expectation,
      collectedOn: on,
      admittedOn: life.openedOn,
      windows: life.windows,
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
