const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const closuresWords = {
  title: 'Closures and holidays',
  count: (count: number) => `${plural(count, 'closure', 'closures')} to come`,
  add: 'Add a closure',
  addDoes: 'Close these days',
  none: 'No closures to come. On a closed day sessions are cancelled by the program, and nobody is counted absent.',
  columns: { days: 'Days', label: 'Why', where: 'Where', sessions: 'Sessions cancelled' },
  everywhere: 'everywhere',
  kinds: { holiday: 'Holiday', closure: 'Closure' },
  kind: 'Kind',
  label: 'Why',
  labelHint: 'Shown beside each cancelled session.',
  from: 'First day',
  to: 'Last day',
  program: 'Program',
  site: 'Site',
  all: 'All',
  touches: (sessions: number, people: number) =>
    sessions === 0
      ? 'No session is cancelled by this.'
      : `${plural(sessions, 'session', 'sessions')} cancelled, with ${plural(people, 'person', 'people')} booked.`,
  left: (count: number) => `${plural(count, 'session', 'sessions')} stay, because something was recorded in them.`,
  looking: 'Counting sessions',
  past: 'Past closures',
  remove: 'Take back',
  removeOf: (label: string) => `Take back ${label}`,
  removeNote: (sessions: number) =>
    sessions === 0 ? 'No session was cancelled by it.' : `${plural(sessions, 'session is', 'sessions are')} held again.`,
  saved: (sessions: number) => (sessions === 0 ? 'Saved' : `Saved: ${plural(sessions, 'session', 'sessions')} cancelled`),
};
