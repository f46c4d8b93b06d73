/** What the dialog says that puts one reason of a client off. */
export const snoozeDialogWords = {
  title: (name: string) => `Snooze ${name}`,
  close: 'Close',
  snooze: 'Snooze',
  reason: 'Why can it wait?',
  until: 'Back on Today',
  untilHint: 'At most 7 days ahead.',
  supervisor: 'Supervisor who agreed',
};
