/** Strips being named on one row, before Enter. `pending` may still become another: 1 may be 10, 11 or 12. */
export type Typing = { readonly strips: readonly string[]; readonly pending: string; readonly asksReason: boolean };

export const nothingTyped: Typing = { strips: [], pending: '', asksReason: false };
export const reasonRequested: Typing = { strips: [], pending: '', asksReason: true };

const toggled = (strips: readonly string[], code: string): readonly string[] =>
  strips.includes(code) ? strips.filter((one) => one !== code) : [...strips, code];

const numbered = (typing: Typing, number: number, codes: readonly string[]): Typing => {
  const code = codes[number - 1];
  return code === undefined ? { ...typing, pending: '' } : { ...typing, strips: toggled(typing.strips, code), pending: '' };
};

/** Takes what is pending for what it says: a strip's number, or its whole code. Half a code is dropped. */
export function settled(typing: Typing, codes: readonly string[]): Typing {
  if (typing.pending === '') return typing;
  if (/^\d+$/.test(typing.pending)) return numbered(typing, Number(typing.pending), codes);
  return codes.includes(typing.pending)
    ? { ...typing, strips: toggled(typing.strips, typing.pending), pending: '' }
    : { ...typing, pending: '' };
}

/** A digit: the strip of that number, once it can be no other. A strip that is named again is taken out. */
export function withDigit(typing: Typing, digit: string, codes: readonly string[]): Typing {
  if (/^\d+$/.test(typing.pending)) {
    const both = Number(typing.pending + digit);
    return both <= codes.length ? numbered(typing, both, codes) : withDigit(settled(typing, codes), digit, codes);
  }
  const fresh = settled(typing, codes);
  const number = Number(digit);
  if (number === 0 || number > codes.length) return fresh;
  return number * 10 <= codes.length ? { ...fresh, pending: digit } : numbered(fresh, number, codes);
}

/** A strip that is pressed by hand; the last one pressed out again leaves the row as it was. */
export function withStrip(typing: Typing, code: string, codes: readonly string[]): Typing | null {
  const next = settled(typing, codes);
  const strips = toggled(next.strips, code);
  return strips.length === 0 ? null : { ...next, strips };
}

/** A letter of a code: the strip that it names, once no other begins so. Null where none does. */
export function withLetter(typing: Typing, letter: string, codes: readonly string[]): Typing | null {
  const begun = /^\d*$/.test(typing.pending) ? settled(typing, codes) : typing;
  const pending = begun.pending + letter.toUpperCase();
  const matches = codes.filter((code) => code.startsWith(pending));
  const [only] = matches;
  if (only === undefined) return null;
  return matches.length === 1 ? { ...begun, strips: toggled(begun.strips, only), pending: '' } : { ...begun, pending };
}

/** One step back. Null where nothing is left to take out. */
export function withoutLast(typing: Typing): Typing | null {
  if (typing.pending !== '') {
    const left = { ...typing, pending: typing.pending.slice(0, -1) };
    return left.pending === '' && left.strips.length === 0 ? null : left;
  }
  return typing.strips.length <= 1 ? null : { ...typing, strips: typing.strips.slice(0, -1) };
}
