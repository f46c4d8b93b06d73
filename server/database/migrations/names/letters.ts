/** The letters as they were when this was migrated: a list of the domain that changes needs a migration of its own. */
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

export const from = pairs.map(([text]) => text).join('');
export const to = pairs.map(([, text]) => text).join('');
