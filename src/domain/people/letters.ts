/**
 * Letters that stay themselves when accents are taken off, and small letters that PostgreSQL and JavaScript would not make alike: each letter of the first
 * text is read as the one at the same place of the second. The database keeps the same two texts (migration 0015); a test holds every letter of both alike.
 */
const pairs: readonly (readonly [string, string])[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'],
  ['ØøŁłĐđÐðĦħŦŧƁɓƊɗƘƙƳƴƎǝƏəƐɛƆɔŊŋƝɲıĸſ', 'oollddddhhttbbddkkyyeeeeeeoonnnniks'],
  ['ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣςΤΥΦΧΨΩ', 'αβγδεζηθικλμνξοπρσστυφχψω'],
  ['АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', 'абвгдежзиклмнопрстуфхцчшщъыьэюя'],
  ['ЂЄЅІЈЉЊЋЏҐ', 'ђєѕіјљњћџґ'],
  ['’‘‛ʼʻʹʾʿ´`′', "'''''''''''"],
  ['‐‑‒–—―−', '-------'],
  ['\u00A0\u2009\u202F\u3000\t\r\n', '       '],
];

/** One letter that is written as two. */
export const doubled: readonly (readonly [string, string])[] = [
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['þ', 'th'],
  ['Þ', 'th'],
];

export const lettersFrom = pairs.map(([from]) => from).join('');
export const lettersTo = pairs.map(([, to]) => to).join('');
