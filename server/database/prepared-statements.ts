import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A connection keeps so many statements. What is asked beyond them is planned each time, as before. */
const most = 300;

/** Longer ones are lists that grow with what is asked, and are hardly ever asked twice. */
const longest = 20_000;

/**
 * Names the statements of a pool by their text, so that PostgreSQL parses and plans each of them once a connection. An old PgBouncer in transaction
 * mode hands a name to another connection than the one that knows it: CAIRN_PREPARED=off leaves statements unnamed.
 */
export function prepareStatements(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const names = new Map<string, string>();
    const send = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
    const nameOf = (text: string): string | undefined => {
      const known = names.get(text);
      if (known !== undefined || names.size >= most || text.length > longest) return known;
      const name = createHash('sha1').update(text).digest('hex');
      names.set(text, name);
      return name;
    };
    client.query = ((first: unknown, values: unknown, ...rest: readonly unknown[]) => {
      // Whoever gives no values, or brings a query of their own, is served as before.
      const name = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(first) : undefined;
      return name === undefined ? send(first, values, ...rest) : send({ name, text: first, values }, ...rest);
    }) as typeof client.query;
  });
}
