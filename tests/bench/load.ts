import { Agent, request } from 'node:http';

/** A question to ask again and again, as one person who is signed in. One with a body is sent by POST. */
export type Target = { readonly url: string; readonly cookie: string; readonly body?: string | undefined };

const connections = 8;

/** How many whole answers came back in a second, asked over a few kept connections. An answer other than 200 ends the bench. */
export async function requestsPerSecond(target: Target, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  const until = started + seconds * 1_000;
  let answered = 0;
  const worker = async () => {
    while (performance.now() < until) {
      await answerTo(target, agent);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return (answered / (performance.now() - started)) * 1_000;
}

/** Milliseconds until the whole answer was there, asked alone. */
export async function millisecondsOf(target: Target): Promise<number> {
  const agent = new Agent({ keepAlive: false });
  const started = performance.now();
  await answerTo(target, agent);
  return performance.now() - started;
}

const answerTo = ({ url, cookie, body }: Target, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const asking = request(url, { agent, headers, method: body === undefined ? 'GET' : 'POST' }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${new URL(url).pathname} answered ${answer.statusCode}`));
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
