import { demoPassword } from '#mocks/fixtures/demo.ts';
import { tech, type Batch } from './clinic.ts';

/** Where to send now: a server may be gone, and another in its place. */
export type Address = () => string;

export async function signedIn(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: tech, password: demoPassword });
  const response = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`nobody could sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

export const send = (url: string, cookie: string, { sessionId, key, body }: Batch): Promise<Response> =>
  fetch(`${url}/api/sessions/${sessionId}/results`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  });

/** Sends until the server is gone. Answers the sessions whose log was acknowledged; any other answer than that of a dying server is a fault of the test. */
export async function sendAll(url: string, cookie: string, batches: readonly Batch[], senders: number): Promise<ReadonlySet<string>> {
  const waiting = [...batches];
  const acknowledged = new Set<string>();
  const sender = async () => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const response = await send(url, cookie, batch).catch(() => null);
      if (response === null) return;
      if (response.status === 200) acknowledged.add(batch.sessionId);
      else if (response.status < 500) throw new Error(`a log was refused: ${await response.text()}`);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return acknowledged;
}
