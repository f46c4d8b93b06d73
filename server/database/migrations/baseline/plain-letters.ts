const pairs: readonly (readonly [string, string])[] = [
  ['àáâãäåāăąÀÁÂÃÄÅĀĂĄ', 'a'],
  ['çćčÇĆČ', 'c'],
  ['ďđĎĐ', 'd'],
  ['èéêëēėęěÈÉÊËĒĖĘĚ', 'e'],
  ['ğĞ', 'g'],
  ['ìíîïīįıÌÍÎÏĪĮİ', 'i'],
  ['ľłĽŁ', 'l'],
  ['ñńňÑŃŇ', 'n'],
  ['òóôõöøōőÒÓÔÕÖØŌŐ', 'o'],
  ['řŘ', 'r'],
  ['śşšŚŞŠ', 's'],
  ['ťţŤŢ', 't'],
  ['ùúûüūůűųÙÚÛÜŪŮŰŲ', 'u'],
  ['ýÿÝŸ', 'y'],
  ['źżžŹŻŽ', 'z'],
  ['’‘`', "'"],
];

/** Letters with accents, and at the same place of `plain` the letter that each is searched as. */
export const accented = pairs.flatMap(([from]) => Array.from(from)).join('');
export const plain = pairs.flatMap(([from, to]) => Array.from(from, () => to)).join('');
