import { fieldsHeader, type OutputOf } from '#contract/endpoint.ts';
import { imports as entries } from '#contract/imports.ts';
import { callsOf, offline, problemIn, Refused } from './client.ts';

const { upload, ...others } = entries;

export const imports = {
  ...callsOf(others),
  /** Sends a file as it is. Its name, which may name somebody, travels in a header and never in the address. */
  upload: async (file: File, key: string): Promise<OutputOf<typeof upload>> => {
    const fields = encodeURIComponent(JSON.stringify({ fileName: file.name.slice(-200) }));
    const headers = { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key, [fieldsHeader]: fields };
    const response = await globalThis.fetch(`/api${upload.path}`, { method: upload.method, headers, body: file }).catch(() => {
      throw new Refused(offline);
    });
    if (!response.ok) throw new Refused(await problemIn(response));
    return upload.output.parse(await response.json());
  },
};
