import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal } from './refusal.ts';

const fileTypes = /^(application\/octet-stream|text\/csv)\b/;

/** A change must come from a page of ours: as JSON or as a file, and not from another site. */
export function refuseOtherSites(request: Request, entry: Endpoint): void {
  if (entry.method === 'GET') return;
  const type = request.headers.get('content-type') ?? '';
  if (entry.raw !== undefined && !fileTypes.test(type)) throw new Refusal('body-not-json', 'Send the file as application/octet-stream.');
  if (entry.raw === undefined && !type.startsWith('application/json')) throw new Refusal('body-not-json', 'Send application/json.');
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  // A sandboxed frame says "null", which is no address at all.
  const foreign = origin !== null && URL.parse(origin)?.host !== (request.headers.get('host') ?? new URL(request.url).host);
  if ((site !== null && site !== 'same-origin' && site !== 'none') || foreign) throw new Refusal('wrong-origin');
}
