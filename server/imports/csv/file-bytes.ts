import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Encoding } from '#domain/imports/file-shape.ts';
import type { Problem } from '#domain/imports/problems.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A file to import: what people call it, and its bytes from the beginning each time they are asked for. */
export type Source = { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> };

const megabytes = 25;
const headBytes = 4_096;

export const fileAt = (path: string): Source => ({ name: basename(path), bytes: () => createReadStream(path, { highWaterMark: 262_144 }) });

const zip: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const openings: readonly (readonly [bytes: readonly number[], problem: Problem])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'file-is-old-spreadsheet' }],
  [[0x25, 0x50, 0x44, 0x46], { code: 'file-is-pdf' }],
  [[0x1f, 0x8b], { code: 'file-is-gzip' }],
  [[0xff, 0xfe], { code: 'file-is-utf-16' }],
  [[0xfe, 0xff], { code: 'file-is-utf-16' }],
];

const opens = (bytes: Uint8Array, opening: readonly number[]): boolean => opening.every((byte, at) => bytes[at] === byte);

/** What a file's first bytes say against it as text, or null. Text without a mark whose every other byte is 0 is UTF-16 too. */
function openingProblem(bytes: Uint8Array): Problem | null {
  const known = openings.find(([opening]) => opens(bytes, opening));
  if (known !== undefined) return known[1];
  const head = bytes.subarray(0, headBytes);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros >= 2 && zeros * 2.5 >= head.length) return { code: 'file-is-utf-16' };
  const unprintable = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return unprintable * 20 > head.length ? { code: 'file-is-binary' } : null;
}

/** How a file is read: as a zip, which a spreadsheet is, or as text of an encoding. */
export type Content = { readonly zip: true } | { readonly zip: false; readonly encoding: Encoding };

/**
 * Looks at a whole file once. Text is UTF-8 or, where it isn't, Windows-1252 (ASCII with the letters of Western Europe, which spreadsheets write on
 * Windows). Refuses nothing at all, PDF, UTF-16 and other binaries, text that is neither encoding or parts of both, and more than 25 MB.
 */
export async function contentOf(source: Source): Promise<Content> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let isUtf8 = true;
  for await (const bytes of fromTheHead(source.bytes())) {
    const isZip = read === 0 && zip.some((opening) => opens(bytes, opening));
    if (isZip) return { zip: true };
    const problem = read === 0 ? openingProblem(bytes) : null;
    if (problem !== null) throw new UnreadableFile(problem);
    read += bytes.length;
    if (read > megabytes * 1_048_576) throw new UnreadableFile({ code: 'file-too-large', megabytes });
    isUtf8 &&= decodes(() => utf8.decode(bytes, { stream: true }));
  }
  if (read === 0) throw new UnreadableFile({ code: 'file-empty' });
  if (isUtf8 && decodes(() => utf8.decode())) return { zip: false, encoding: 'utf-8' };
  return { zip: false, encoding: await otherEncoding(source) };
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Text that isn't UTF-8 throughout is Windows-1252, unless most of its letters beyond ASCII are UTF-8: then two encodings were put together. */
async function otherEncoding(source: Source): Promise<Encoding> {
  const utf8 = new TextDecoder();
  let read = 0;
  let lost = 0;
  for await (const bytes of source.bytes()) {
    if (bytes.some((byte) => undefinedIn1252.has(byte))) throw new UnreadableFile({ code: 'file-not-utf-8' });
    const letters = utf8.decode(bytes, { stream: true }).match(/[^\0-\x7f]/gu) ?? [];
    lost += letters.filter((letter) => letter === '\ufffd').length;
    read += letters.length;
  }
  if (lost * 2 < read) throw new UnreadableFile({ code: 'file-not-utf-8' });
  return 'windows-1252';
}

/** All bytes of a file that `contentOf` has seen; refuses more than 25 MB. */
export async function bytesOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let read = 0;
  for await (const bytes of source.bytes()) {
    read += bytes.length;
    if (read > megabytes * 1_048_576) throw new UnreadableFile({ code: 'file-too-large', megabytes });
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** The text of a file, a piece at a time, without its byte order mark. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of source.bytes()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
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
