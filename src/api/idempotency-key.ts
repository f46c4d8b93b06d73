const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * A key of its own for one form, as a UUID of version 4 (RFC 9562), so that what is sent twice is stored once.
 * A browser offers `crypto.randomUUID` only at a secure address; its random bytes are there at every one.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, hex).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
