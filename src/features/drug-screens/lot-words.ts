/** The words around opening a new box of cups. */
export const lotWords = {
  open: 'New lot',
  title: 'A new box is open',
  close: 'Close',
  lot: 'Lot, as printed on the box',
  expires: 'Expires on',
  add: 'Add lot',
  adding: 'Saving',
};
