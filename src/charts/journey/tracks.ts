/** A stretch of the figure's height. */
export type Band = { readonly top: number; readonly height: number };

export type Tracks = {
  readonly head: Band;
  readonly phase: Band;
  readonly hours: Band;
  readonly collection: Band;
  readonly rows: readonly Band[];
  readonly note: Band;
  readonly adjustments: Band;
  readonly goals: readonly Band[];
  readonly instruments: readonly Band[];
  readonly axis: Band;
  readonly height: number;
};

export type TrackContents = {
  /** True where a row also carries a dose bar with its text. */
  readonly rows: readonly boolean[];
  readonly noteLines: number;
  readonly lanes: number;
  readonly goals: number;
  readonly instruments: number;
};

export const LANE = 32;
const GAP = 16;

/** The tracks from the top down; a track without contents takes no room. */
export function stackTracks(contents: TrackContents): Tracks {
  let at = 0;
  const take = (height: number): Band => {
    const band = { top: at, height };
    at += height;
    return band;
  };
  const head = take(20);
  const phase = take(24);
  take(GAP);
  const hours = take(72);
  take(GAP);
  const collection = take(24);
  const rows = contents.rows.map((medicated) => take(medicated ? 44 : 24));
  const note = take(contents.noteLines === 0 ? 0 : 12 + contents.noteLines * 16);
  const adjustments = take(contents.lanes === 0 ? 0 : 14 + contents.lanes * LANE);
  const goals = Array.from({ length: contents.goals }, () => take(32));
  const instruments = Array.from({ length: contents.instruments }, () => take(84));
  const axis = take(30);
  return { head, phase, hours, collection, rows, note, adjustments, goals, instruments, axis, height: at };
}

/** Where the marks of a matrix row lie: below the dose text where there is one. */
export const markLineOf = (row: Band): number => row.top + (row.height > 24 ? 30 : 12);

export const middleOf = (band: Band): number => band.top + band.height / 2;
export const bottomOf = (band: Band): number => band.top + band.height;
