import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { inject } from 'vitest';
import { freePort } from '#kit/processes.ts';

/** The way to the test's PostgreSQL, which can be cut, made silent, made slow and opened again while it runs. */
export type Gate = {
  readonly port: number;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** Takes what is sent and answers nothing, on connections old and new, until it speaks again. */
  readonly hush: (silent: boolean) => void;
  /** Holds every answer back for so many milliseconds. */
  readonly delay: (milliseconds: number) => void;
};

export async function aGate(): Promise<Gate> {
  const { host, port: target } = inject('postgres');
  const port = await freePort();
  const sockets = new Set<Socket>();
  let silent = false;
  let wait = 0;
  const late = () =>
    new Transform({
      transform: (chunk: Buffer, _, pass) => {
        if (silent) pass();
        else setTimeout(() => pass(null, chunk), wait);
      },
    });
  const server = createServer((inner) => {
    const outer = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${target}`) : connect(target, host);
    inner.pipe(outer);
    outer.pipe(late()).pipe(inner);
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => (sockets.delete(one), other.destroy()));
    }
  });
  const open = () => new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await open();
  return { port, shut, open, hush: (value) => void (silent = value), delay: (milliseconds) => void (wait = milliseconds) };
}
