import type { Problem } from '#domain/imports/problems.ts';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { UnreadableFile } from './unreadable-file.ts';

/** A file to import: what people call it, and its bytes from the beginning each time they are asked for. */
export type Source = { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> };

const megabytes = 25;
const headBytes = 4_096;

export const fileAt = (path: string): Source => ({ name: basename(path), bytes: () => createReadStream(path, { highWaterMark: 262_144 }) });

const openings: readonly (readonly [bytes: readonly number[], problem: Problem])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { code: 'file-is-zip' }],
  [[0x50, 0x4b, 0x05, 0x06], { code: 'file-is-zip' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'file-is-old-spreadsheet' }],
  [[0x25, 0x50, 0x44, 0x46], { code: 'file-is-pdf' }],
  [[0x1f, 0x8b], { code: 'file-is-gzip' }],
  [[0xff, 0xfe], { code: 'file-is-utf-16' }],
  [[0xfe, 0xff], { code: 'file-is-utf-16' }],
];

/** What a file's first bytes say against it, or null. Text without a mark whose every other byte is 0 is UTF-16 too. */
function openingProblem(bytes: Uint8Array): Problem | null {
  const known = openings.find(([opening]) => opening.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[1];
  const head = bytes.subarray(0, headBytes);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros >= 2 && zeros * 2.5 >= head.length) return { code: 'file-is-utf-16' };
  const unprintable = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return unprintable * 20 > head.length ? { code: 'file-is-binary' } : null;
}

/**
 * The text of a file, a piece at a time, without its byte order mark. Refuses what isn't UTF-8 text (zip, xlsx, PDF, UTF-16, other binaries)
 * and stops reading at 25 MB.
 */
export async function* textOf(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  for await (const bytes of fromTheHead(source.bytes())) {
    const opening = read === 0 ? openingProblem(bytes) : null;
    if (opening !== null) throw new UnreadableFile(opening);
    read += bytes.length;
    if (read > megabytes * 1_048_576) throw new UnreadableFile({ code: 'file-too-large', megabytes });
    yield decoded(() => decoder.decode(bytes, { stream: true }));
  }
  if (read === 0) throw new UnreadableFile({ code: 'file-empty' });
  yield decoded(() => decoder.decode());
}

/** The pieces as they come, but the first never shorter than what a file is told by. */
async function* fromTheHead(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const piece of pieces) {
    head = head === null ? null : Buffer.concat([head, piece]);
    if (head === null) yield piece;
    else if (head.length >= headBytes) {
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}

function decoded(text: () => string): string {
  try {
    return text();
  } catch {
    throw new UnreadableFile({ code: 'file-not-utf-8' });
  }
}
