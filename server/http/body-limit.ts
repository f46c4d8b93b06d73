import { Refusal } from './refusal.ts';

/** Bytes of a body from somebody who has not signed in: an e-mail and a password are far less. */
export const mostBeforeSignIn = 16_384;

const saidIn = (bytes: number): string => (bytes < 1_048_576 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1_048_576)} MB`);

/** The request with its body read, or a refusal once the body is longer than `most` bytes: what comes after is not read. */
export async function withinBytes(request: Request, most: number): Promise<Request> {
  const { body, headers } = request;
  if (body === null) return request;
  const tooLarge = () => new Refusal('too-large', `Send at most ${saidIn(most)}.`);
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge();
  // A length that was announced is kept to by the connection itself; a body sent in pieces is counted.
  if (headers.has('content-length') && !headers.has('transfer-encoding')) return request;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return new Request(request, { method: request.method, body: new Blob(parts) });
}
