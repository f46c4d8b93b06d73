import { connect, createServer, type Socket } from 'node:net';
import { inject } from 'vitest';
import { freePort } from '#kit/processes.ts';

/** The way to the test's PostgreSQL, which can be cut and opened again while it runs. */
export type Gate = { readonly port: number; readonly shut: () => Promise<void>; readonly open: () => Promise<void> };

export async function aGate(): Promise<Gate> {
  const { host, port: target } = inject('postgres');
  const port = await freePort();
  const sockets = new Set<Socket>();
  const server = createServer((inner) => {
    const outer = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${target}`) : connect(target, host);
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
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
  return { port, shut, open };
}
