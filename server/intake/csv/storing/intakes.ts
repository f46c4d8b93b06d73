import { clients } from '../clients.ts';
import type { Source } from '../file-bytes.ts';
import type { Column, Kind } from '../kind.ts';
import { medications } from '../medications.ts';
import { prescribedHours } from '../prescribed-hours.ts';
import { UnreadableFile, type RowProblem } from '../problems.ts';
import { rowsOf, type Placed } from '../rows.ts';
import { screens } from '../screens.ts';
import { sessions } from '../sessions.ts';
import { storeClients } from './clients.ts';
import type { Desk, Store } from './desk.ts';
import { readNewScreens } from './screen-readings.ts';
import { storeScreens } from './screens.ts';
import { storeSessions } from './sessions.ts';
import { storeMedications, storePrescribedHours } from './spans.ts';

/** What became of the rows of one file. */
export type Tally = {
  readonly rows: number;
  readonly added: number;
  readonly here: number;
  readonly heldBack: number;
  readonly problems: readonly RowProblem[];
};

type Watch = {
  /** Told after each batch how many rows have been read. */
  readonly reached: (rows: number) => void;
  /** Told which clients' records a batch has changed. */
  readonly changed: (clientIds: readonly string[]) => Promise<void>;
};

/** A kind of file with the noun that it changes, and the reading and storing of all its rows. */
export type Intake = {
  readonly name: string;
  readonly sign: string;
  readonly columns: readonly Column[];
  readonly noun: string;
  readonly takeIn: (desk: Desk, source: Source, watch: Watch) => Promise<Tally>;
};

const batchRows = 1_000;

function intakeOf<Row>(kind: Kind<Row>, store: Store<Row>, noun: string, afterwards?: (desk: Desk) => Promise<void>): Intake {
  const { name, sign, columns } = kind;
  return {
    name,
    sign,
    columns,
    noun,
    takeIn: async (desk, source, watch) => {
      const tally = await takeIn(kind, store, desk, source, watch);
      await afterwards?.(desk);
      return tally;
    },
  };
}

async function takeIn<Row>(kind: Kind<Row>, store: Store<Row>, desk: Desk, source: Source, watch: Watch): Promise<Tally> {
  const problems: RowProblem[] = [];
  const tally = { rows: 0, added: 0, here: 0, heldBack: 0 };
  let batch: Placed<Row>[] = [];
  const flush = async () => {
    if (batch.length > 0) {
      const stored = await store(desk, batch);
      tally.added += stored.added;
      tally.here += stored.here;
      tally.heldBack += stored.misfits.length;
      problems.push(...stored.misfits.map((problem) => ({ file: source.name, ...problem })));
      if (stored.clientIds.length > 0) await watch.changed([...new Set(stored.clientIds)]);
      batch = [];
    }
    watch.reached(tally.rows);
  };
  try {
    for await (const read of rowsOf(source, kind, desk.today)) {
      tally.rows += 1;
      if ('facts' in read) batch.push(read);
      else {
        tally.heldBack += 1;
        problems.push(...read.problems);
      }
      if (batch.length >= batchRows) await flush();
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableRest(source.name, error, problems);
  }
  await flush();
  return { ...tally, problems };
}

/** A file that can't be read to its end, with what was wrong before that point. */
export class UnreadableRest extends Error {
  readonly problems: readonly RowProblem[];

  constructor(file: string, cause: UnreadableFile, before: readonly RowProblem[]) {
    super(cause.message, { cause });
    this.problems = [...before, { file, ...cause.problem }];
  }
}

/** Every kind of file, in the order in which they depend on one another. */
export const intakes: readonly Intake[] = [
  intakeOf(clients, storeClients, 'clients'),
  intakeOf(prescribedHours, storePrescribedHours, 'attendance'),
  intakeOf(medications, storeMedications, 'medications'),
  intakeOf(sessions, storeSessions, 'attendance'),
  intakeOf(screens, storeScreens, 'drug-screens', readNewScreens),
];
