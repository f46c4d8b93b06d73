import { Socket } from 'node:net';
import type pg from 'pg';

/**
 * Cuts a connection on which the database falls silent while somebody waits for it: whoever asked is told at once that it is lost.
 * The driver's own query timeout would give the connection back with the transaction still open on it.
 */
export function cutWhenUnresponsive(pool: pg.Pool, longestMs: number): void {
  pool.on('acquire', (client) => listenTo(socketOf(client), longestMs));
  pool.on('release', (_, client) => void socketOf(client)?.setTimeout(0));
}

function listenTo(socket: Socket | undefined, longestMs: number): void {
  if (socket === undefined) return;
  if (socket.listenerCount('timeout') === 0)
    socket.on('timeout', () => void socket.destroy(new Error('Connection terminated: the database fell silent')));
  socket.setTimeout(longestMs);
}

function socketOf({ connection: { stream } }: pg.PoolClient): Socket | undefined {
  return stream instanceof Socket ? stream : undefined;
}
