/** What each key of a roster does. */
export const keyWords = {
  bar: 'Keys',
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
  here: 'Here',
  late: 'Late',
  missed: 'Missed',
  more: 'More',
  forPerson: (name: string, words: string) => `${name}: ${words}`,
};
