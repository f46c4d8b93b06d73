/** What each key of the log says. */
export const keyWords = {
  pad: 'Keys',
  /** Whose cup the keys read. */
  whom: (number: number, name: string) => `For row ${number}, ${name}:`,
  gone: 'The row that you were on is gone. Choose a row.',
  N: 'all lines',
  strips: 'no line on that strip',
  noLineOn: 'No line on strip',
  next: 'Next row',
  T: 'temp out of range',
  V: 'not valid',
  D: 'declined',
  O: 'not collected',
  B: 'unable',
  X: 'excused',
  K: 'cancelled by us',
  L: 'to lab',
  W: 'not observed',
  Backspace: 'take back',
};
