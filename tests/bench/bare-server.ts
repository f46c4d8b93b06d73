import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import type { Statement } from './statements.ts';

/** The floor that an endpoint is measured against: node's own server and pg, which read the same and do nothing else. */
export type Bare = {
  readonly address: pg.PoolConfig;
  readonly answers: Readonly<Record<string, readonly Statement[]>>;
};

const { address, answers } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Bare;
const pool = new pg.Pool({ ...address, max: 20 });

async function read(statements: readonly Statement[]): Promise<string> {
  const client = await pool.connect();
  try {
    const found: unknown[] = [];
    for (const { sql, parameters } of statements) found.push((await client.query(sql, [...parameters])).rows);
    return JSON.stringify(found);
  } finally {
    client.release();
  }
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}

const server = createServer((request, response) => {
  const statements = answers[decodeURIComponent((request.url ?? '').slice(1))];
  if (statements === undefined) return answer(response, 404, '{}');
  read(statements).then(
    (body) => answer(response, 200, body),
    (error: unknown) => answer(response, 500, String(error)),
  );
});

server.listen(0, () => {
  const at = server.address();
  process.stdout.write(`bare at ${typeof at === 'object' && at !== null ? at.port : 0}\n`);
});
process.on('SIGTERM', () => process.exit(0));
