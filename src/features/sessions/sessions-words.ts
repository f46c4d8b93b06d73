const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const serviceNames: Readonly<Record<string, string>> = {
  group: 'Group',
  individual: 'Individual',
  family: 'Family',
  skills: 'Skills',
  education: 'Education',
  wellness: 'Wellness',
  medication: 'Medication',
  peer: 'Peer',
  'mutual-help': 'Mutual help',
};

export const sessionsWords = {
  title: 'Sessions',
  table: 'Sessions of the day',
  columns: { time: 'Time', session: 'Session', leader: 'Led by', booked: 'Booked', screens: 'Screens', open: 'Open' },
  earlier: 'Day before',
  later: 'Day after',
  today: 'Today',
  date: 'Date',
  count: (count: number, due: number | null) =>
    due === null || due === 0
      ? plural(count, 'session', 'sessions')
      : `${plural(count, 'session', 'sessions')}, ${plural(due, 'screen', 'screens')} due`,
  none: (day: string) => `No sessions on ${day}.`,
  noLeader: 'not assigned',
  cancelled: (because: string) => `Cancelled by the program: ${because}`,
  booked: (count: number) => (count === 0 ? 'nobody yet' : `${count}`),
  recorded: (recorded: number, due: number) => `${recorded} of ${due} recorded`,
  noneDue: 'none due',
  hidden: 'shown on the day',
  attendance: 'Attendance',
  log: 'Log results',
  see: 'See results',
  openFor: (words: string, title: string) => `${words}: ${title}`,
  asOf: (time: string) => `As of ${time}`,
  live: 'live',
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
};
