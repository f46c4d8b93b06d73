import type { Installation, Served } from '#kit/processes.ts';
import { batchesOf, beside, heldOf, type Batch } from './clinic.ts';
import { send, sendAll, signedIn } from './senders.ts';

export type Verdict = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly half: number;
  /** Sent again with the same key after the restart, and stored other than once. */
  readonly repeats: number;
  readonly failedRestarts: number;
};

const perRun = 100;
const senders = 3;

/** How the server dies: at a random moment, with its database, or at a point in the code where it hurts most. */
type Death = { readonly label: string; readonly failpoint: string; readonly afterMs: number | null; readonly withDatabase: boolean };

const points = ['after-begin', 'mid-batch', 'audit-append', 'before-commit', 'after-commit'];

function deathOf(run: number): Death {
  const random = { failpoint: '', afterMs: 60 + Math.round(Math.random() * 900) };
  const point = points[Math.floor(run / 2) % points.length] ?? 'before-commit';
  // Passed by each request, so that it dies a few logs into saving and not at once.
  const passes = 4 + Math.floor(Math.random() * 40);
  if (run % 2 === 1) return { label: `at ${point}, pass ${passes}`, failpoint: `${point}:${passes}`, afterMs: null, withDatabase: false };
  const withDatabase = run % 4 === 0;
  return { ...random, label: `${random.afterMs} ms into saving${withDatabase ? ', database too' : ''}`, withDatabase };
}

/** Kills the server while logs are being saved, starts it again, and looks at what is there. */
export async function killed(installation: Installation, runs: number, log: (line: string) => void): Promise<Verdict> {
  let total: Verdict = { kills: 0, acknowledged: 0, lost: 0, half: 0, repeats: 0, failedRestarts: 0 };
  let cookie: string | null = null;
  for (let run = 1; run <= runs && total.failedRestarts === 0; run += 1) {
    const death = deathOf(run);
    // What is done at every start passes the points too: it may die before it serves.
    const server = await installation.serveUntil(cookie === null ? '' : death.failpoint, '--demo').catch(() => null);
    if (server === null) {
      total = sumOf(total, await onTheWayUp(installation));
      log(`kill ${run}, ${death.label}: before it served`);
      continue;
    }
    // The first run signs in, which passes the points too: it dies at a random moment.
    const random = cookie === null ? { ...death, afterMs: death.afterMs ?? 300 } : death;
    cookie ??= await signedIn(server.url);
    const found = await oneDeath(installation, server, cookie, random);
    log(
      `kill ${run}, ${random.label}: ${found.acknowledged} acknowledged, ${found.lost} lost, ${found.half} half, ${found.repeats} repeats amiss`,
    );
    total = sumOf(total, found);
  }
  return total;
}

async function oneDeath(installation: Installation, server: Served, cookie: string, death: Death): Promise<Verdict> {
  const batches = await beside(installation, (db) => batchesOf(db, perRun));
  const sending = sendAll(server.url, cookie, batches, senders);
  // One that comes by its failpoint and lives keeps the run waiting until somebody looks.
  await (death.afterMs === null ? server.gone : new Promise((done) => setTimeout(done, death.afterMs ?? 0)));
  const postmaster = death.withDatabase ? await installation.postmaster() : null;
  if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
  await server.end('SIGKILL');
  const acknowledged = await sending;

  const again = await installation.serve('--demo').catch(() => undefined);
  if (again === undefined) return { kills: 1, acknowledged: acknowledged.size, lost: 0, half: 0, repeats: 0, failedRestarts: 1 };
  const held = await beside(installation, (db) => heldOf(db, batches));
  const lost = [...acknowledged].filter((sessionId) => held.get(sessionId) !== 'whole').length;
  const half = batches.filter(({ sessionId }) => held.get(sessionId) === 'half').length;
  const repeats = await repeated(installation, again, cookie, batches.slice(0, acknowledged.size + senders));
  await again.end('SIGKILL');
  return { kills: 1, acknowledged: acknowledged.size, lost, half, repeats, failedRestarts: 0 };
}

/** A server that died before it took requests comes up again all the same. */
async function onTheWayUp(installation: Installation): Promise<Verdict> {
  const again = await installation.serve('--demo').catch(() => undefined);
  await again?.end('SIGKILL');
  return { kills: 1, acknowledged: 0, lost: 0, half: 0, repeats: 0, failedRestarts: again === undefined ? 1 : 0 };
}

const sumOf = (one: Verdict, other: Verdict): Verdict => ({
  kills: one.kills + other.kills,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
  half: one.half + other.half,
  repeats: one.repeats + other.repeats,
  failedRestarts: one.failedRestarts + other.failedRestarts,
});

/** A page that got no answer sends its log again under the same key: afterwards it is there once. */
async function repeated(installation: Installation, { url }: Served, cookie: string, batches: readonly Batch[]): Promise<number> {
  const answers = await Promise.all(batches.map((batch) => send(url, cookie, batch)));
  const held = await beside(installation, (db) => heldOf(db, batches));
  return batches.filter(({ sessionId }, index) => answers[index]?.status !== 200 || held.get(sessionId) !== 'whole').length;
}
