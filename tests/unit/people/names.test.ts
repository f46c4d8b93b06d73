import { expect, test } from 'vitest';
import { byName, nameKeys, nameOrder, plainText, soughtKeys } from '#domain/people/names.ts';

test.each([
  ['Núñez  ', 'nunez'],
  ['ŁUKASZ Ørsted', 'lukasz orsted'],
  ['O’Neil', "o'neil"],
  ['Nguyễn Văn', 'nguyen van'],
  ['İPEK Işık', 'ipek isik'],
  ['Weiß ÆBLE', 'weiss aeble'],
  ['ΓΙΏΡΓΟΣ Παπάς', 'γιωργοσ παπασ'],
  ['Ёлкин', 'елкин'],
  ['Anna–Marie', 'anna-marie'],
  ['\u00A0Jo\tAnn ', 'jo ann'],
  ['李 小龍', '李 小龍'],
])('“%s” is folded to “%s”', (typed, plain) => expect(plainText(typed)).toBe(plain));

test.each([
  ['O’Brien', ['obrien', 'brien']],
  ['Núñez-García', ['nunezgarcia', 'garcia']],
  ['de la Cruz', ['delacruz', 'lacruz', 'cruz']],
  ['Suharto', ['suharto']],
  ['St. John', ['stjohn', 'john']],
  ['R-0041', ['r0041', '0041']],
  [' - ', []],
])('“%s” is found by each of its words', (name, keys) => expect(nameKeys(name)).toEqual(keys));

/** Whether somebody of these names is found by what was typed, as the lists look for them. */
const isFound = (names: readonly string[], typed: string): boolean => {
  const keys = names.flatMap(nameKeys);
  const sought = soughtKeys(typed);
  return sought.length > 0 && sought.every((one) => keys.some((key) => key.startsWith(one)));
};

test.each<[string, readonly string[], readonly string[]]>([
  ['Siobhán O’Brien', ["o'brien", 'obrien', 'o brien', 'O’BRIEN', 'brien', 'brien siob'], ['rien', 'o’brian']],
  ['Ana Núñez-García', ['García Núñez', 'nunez garcia', 'garcia', 'nunez-garcia', 'nunezgarcia', 'Núñez, Ana'], ['nuñes', 'garcia lopez']],
  ['Maria de la Cruz', ['cruz', 'la cruz', 'delacruz', 'de la cruz, maria', 'cruz mar'], ['ruz', 'rosa']],
  ['Eva Müller', ['muller', 'MÜLLER', 'müll'], ['mueller']],
  ['Eva Mueller', ['mueller', 'muel'], ['müller', 'muller']],
  ['Suharto', ['suharto', 'Suh'], ['harto', 'suharto suharta']],
  ['Tuấn Nguyễn Văn', ['nguyen', 'van nguyen', 'tuan'], ['nguyem']],
  ['Łukasz Łaski', ['laski', 'łaski', 'lukasz l'], ['aski']],
])('%s is found by any part of the name and by nothing else', (name, finds, misses) => {
  const names = [name.split(' ')[0] ?? '', name.split(' ').slice(1).join(' ')];
  for (const typed of finds) expect([typed, isFound(names, typed)]).toEqual([typed, true]);
  for (const typed of misses) expect([typed, isFound(names, typed)]).toEqual([typed, false]);
});

test('punctuation alone looks for nobody, and no more than six words are looked for', () => {
  expect(soughtKeys(' -, ’ ')).toEqual([]);
  expect(soughtKeys('a b c d e f g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('names come in one human order, whatever their accents, capitals, hyphens and apostrophes', () => {
  const inOrder = [
    'Abara',
    'Adams',
    'Ávila',
    'de Angelo',
    'de la Cruz',
    'Deacon',
    'García',
    'Garcia Lopez',
    'García-Núñez',
    'Müller',
    'Núñez',
    'Obi',
    'O’Brien',
    'Óbuda',
    'van Dyk',
    'Zimmer',
  ];
  expect(inOrder.toReversed().toSorted(byName)).toEqual(inOrder);
  expect(byName('Núñez', 'NUNEZ')).toBe(0);
  expect(nameOrder('St. O’Brien-Núñez')).toBe('st obrien nunez');
});
