export const savingWords = {
  saved: 'Saved.',
  stale:
    'Somebody changed this while you had it open. The page shows how it is now, and what you typed is kept: look it over and save again.',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  actions: 'What can be done',
  saving: 'Saving',
  know: 'Good to know',
};
