/** What each key of a roster does. */
export const keyWords = {
  bar: 'Keys',
  /** Whose row the keys mark. */
  whom: (name: string) => `For ${name}:`,
  gone: 'The person that you were on is gone from this roster. Choose a person.',
  P: 'present',
  L: 'late',
  minutes: 'minutes or a time',
  F: 'left early',
  A: 'missed',
  X: 'excused',
  T: 'video on or off',
  M: 'make-up',
  Enter: 'details',
  r: 'results',
  Backspace: 'take back',
  here: 'Here',
  late: 'Late',
  missed: 'Missed',
  excused: 'Excused',
  more: 'More',
  forPerson: (name: string, words: string) => `${name}: ${words}`,
};
