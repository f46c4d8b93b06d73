const special: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'", '‘': "'" };

/** Small letters without accents and with single spaces, so that two ways of writing one name are one. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđıßæœ’‘]/g, (letter) => special[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
