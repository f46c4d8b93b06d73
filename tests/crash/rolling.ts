import type { Installation, Served } from '#kit/processes.ts';
import { batchesOf, beside, heldOf, type Batch } from './clinic.ts';
import { send, signedIn } from './senders.ts';

type Rolled = {
  readonly restarts: number;
  readonly saved: number;
  /** Logs that were given up, or refused for another reason than a server that leaves. */
  readonly failed: number;
  readonly lost: number;
  readonly half: number;
  /** Answers of 5xx that didn't say when to come back. */
  readonly withoutRetryAfter: number;
};

const senders = 3;
const perRestart = 40;
const mostTries = 200;

/** Two servers on one database, stopped and started in turn while logs are saved through whichever answers, as a page would try again. */
export async function rolled(installation: Installation, restarts: number, log: (line: string) => void): Promise<Rolled> {
  const servers: [Served, Served] = [await installation.serve('--demo'), await installation.serve('--demo')];
  const cookie = await signedIn(servers[0].url);
  const batches = await beside(installation, (db) => batchesOf(db, restarts * perRestart));
  const found = { failed: 0, withoutRetryAfter: 0 };
  const sending = saved(batches, cookie, () => servers, found);
  let done = 0;
  const rolling = async () => {
    while (done < restarts) {
      const index = done % 2 === 0 ? 0 : 1;
      await servers[index].end('SIGTERM');
      servers[index] = await installation.serve('--demo');
      done += 1;
    }
  };
  const [stored] = await Promise.all([sending, rolling()]);
  const held = await beside(installation, (db) => heldOf(db, batches));
  const lost = [...stored].filter((id) => held.get(id) !== 'whole').length;
  const half = [...held.values()].filter((one) => one === 'half').length;
  log(`${done} restarts in turn: ${stored.size} of ${batches.length} logs saved, ${found.failed} failed, ${lost} lost, ${half} half`);
  for (const server of servers) await server.end('SIGKILL');
  return { restarts: done, saved: stored.size, lost, half, ...found };
}

type Found = { failed: number; withoutRetryAfter: number };

async function saved(
  batches: readonly Batch[],
  cookie: string,
  servers: () => readonly [Served, Served],
  found: Found,
): Promise<ReadonlySet<string>> {
  const waiting = [...batches];
  const stored = new Set<string>();
  const sender = async () => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      if (await cameThrough(batch, cookie, servers, found)) stored.add(batch.sessionId);
      else found.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return stored;
}

async function cameThrough(batch: Batch, cookie: string, servers: () => readonly [Served, Served], found: Found): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { url } = servers()[tries % 2 === 0 ? 0 : 1];
    const response = await send(url, cookie, batch).catch(() => null);
    if (response?.status === 200) return true;
    if (response !== null && response.status < 500) return false;
    if (response !== null && response.headers.get('retry-after') === null) found.withoutRetryAfter += 1;
    await new Promise((done) => setTimeout(done, 25));
  }
  return false;
}
