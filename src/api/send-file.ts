import type * as z from 'zod/mini';
import type { Endpoint, InputOf } from '#contract/endpoint.ts';
import { fieldsHeader } from '#contract/paths.ts';
import { answerOf, reach } from './client.ts';

/** Sends a file as it is. The input's fields, of which a file's name may name somebody, travel in a header and never in the address. */
export async function sendFile<Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  entry: Endpoint<Input, Output>,
  file: File,
  input: InputOf<Endpoint<Input, Output>>,
  { key }: { readonly key: string },
): Promise<z.output<Output>> {
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Idempotency-Key': key,
    [fieldsHeader]: encodeURIComponent(JSON.stringify(input)),
  };
  return answerOf(await reach(entry.path, { method: entry.method, headers, body: file }));
}
