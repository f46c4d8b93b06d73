export const savingWords = {
  saved: 'Saved.',
  stale:
    'Somebody changed this while you had it open. The page shows how it is now, and what you typed is kept: look it over and save again.',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  wrong: (count: number) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
  actions: 'What can be done',
  saving: 'Saving',
  know: 'Good to know',
};
