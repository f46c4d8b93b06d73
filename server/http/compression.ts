import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipped = promisify(gzip);

/** Under this, compressing costs more time than it saves on the way. */
const worthIt = 2_048;

/** A compressed answer, where it is long and whoever asks can read it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const accepts = (request.headers.get('accept-encoding') ?? '').split(',').some((one) => one.trim() === 'gzip');
  if (!accepts || response.body === null || response.headers.has('content-encoding')) return response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const { status, headers } = response;
  headers.append('Vary', 'Accept-Encoding');
  if (bytes.length < worthIt) return new Response(bytes, { status, headers });
  headers.set('Content-Encoding', 'gzip');
  return new Response(await gzipped(bytes, { level: 5 }), { status, headers });
}
