import { anInstallation, type Served } from '#kit/processes.ts';
import { demoPassword } from '#mocks/program/demo.ts';
import { batchesOf, beside, heldOf, tech, type Batch } from './clinic.ts';

export type Verdict = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly half: number;
  /** Sent again with the same key after the restart, and stored other than once. */
  readonly repeats: number;
  readonly failedRestarts: number;
};

const perRun = 160;
const senders = 3;

/** Kills the server at random moments while logs are being saved, now and then with its database, starts it again, and looks at what is there. */
export async function killed(runs: number, say: (line: string) => void): Promise<Verdict> {
  const home = await anInstallation();
  const total = { kills: 0, acknowledged: 0, lost: 0, half: 0, repeats: 0, failedRestarts: 0 };
  try {
    let server = await home.serve('--demo');
    const cookie = await signedIn(server);
    for (let run = 1; run <= runs; run += 1) {
      const batches = await beside(home, (db) => batchesOf(db, perRun));
      const withDatabase = run % 4 === 0;
      const after = 60 + Math.random() * 900;
      const sending = sendAll(server, cookie, batches);
      await new Promise((done) => setTimeout(done, after));
      const postmaster = withDatabase ? await home.postmaster() : null;
      if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
      await server.end('SIGKILL');
      const acknowledged = await sending;
      total.kills += 1;

      const again = await home.serve('--demo').catch((error: unknown) => {
        say(String(error));
        return undefined;
      });
      if (again === undefined) {
        total.failedRestarts += 1;
        break;
      }
      server = again;
      const held = await beside(home, (db) => heldOf(db, batches));
      const lost = [...acknowledged].filter((sessionId) => held.get(sessionId) !== 'whole').length;
      const half = batches.filter(({ sessionId }) => held.get(sessionId) === 'half').length;
      const repeats = await repeated(home, server, cookie, batches.slice(0, acknowledged.size + senders));
      say(
        `kill ${run}, ${Math.round(after)} ms into saving${withDatabase ? ', database too' : ''}: ${acknowledged.size} acknowledged, ${lost} lost, ${half} half, ${repeats} repeats amiss`,
      );
      total.acknowledged += acknowledged.size;
      total.lost += lost;
      total.half += half;
      total.repeats += repeats;
    }
  } finally {
    await home.remove();
  }
  return total;
}

async function signedIn({ url }: Served): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: tech, password: demoPassword });
  const response = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`nobody could sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const send = ({ url }: Served, cookie: string, { sessionId, key, body }: Batch): Promise<Response> =>
  fetch(`${url}/api/sessions/${sessionId}/results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  });

/** Sends until the server is gone. Answers the sessions whose log was acknowledged; an answer that is no refusal of a dying server is a fault of the test. */
async function sendAll(server: Served, cookie: string, batches: readonly Batch[]): Promise<ReadonlySet<string>> {
  const waiting = [...batches];
  const acknowledged = new Set<string>();
  const sender = async () => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const response = await send(server, cookie, batch).catch(() => null);
      if (response === null) return;
      if (response.status === 200) acknowledged.add(batch.sessionId);
      else if (response.status < 500) throw new Error(`a log was refused: ${await response.text()}`);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return acknowledged;
}

/** A page that got no answer sends its log again under the same key: afterwards it is there once. */
async function repeated(
  home: Awaited<ReturnType<typeof anInstallation>>,
  server: Served,
  cookie: string,
  batches: readonly Batch[],
): Promise<number> {
  const answers = await Promise.all(batches.map((batch) => send(server, cookie, batch)));
  const held = await beside(home, (db) => heldOf(db, batches));
  return batches.filter(({ sessionId }, place) => answers[place]?.status !== 200 || held.get(sessionId) !== 'whole').length;
}
