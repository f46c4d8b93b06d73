/** The sentences around a comparison. */
export const beforeAfterWords = {
  measure: 'Measure, from 0',
  before: (when: string) => `before, ${when}`,
  after: (when: string) => `after, ${when}`,
  days: (before: number, after: number, of: number) =>
    before === of && after === of ? `${of} of ${of} days on each side.` : `${before} of ${of} days before, ${after} of ${of} days after.`,
  caution: "Other things changed too. This comparison doesn't prove cause.",
  tooSoon: (days: number, of: number) => `Too soon: ${days} of ${of} days.`,
  noValue: 'not known',
  to: 'to',
  heads: { measure: 'Measure', before: 'Before', after: 'After' },
  title: 'Before and after',
  summary: (rows: readonly { readonly label: string; readonly before: string; readonly after: string }[]) =>
    rows.map((row) => `${row.label} ${row.before} to ${row.after}`).join('; '),
};
