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
  steps: { 1: { earlier: 'Day before', later: 'Day after' }, 7: { earlier: 'Week before', later: 'Week after' } },
  today: 'Today',
  date: 'Date',
  view: 'Show',
  day: 'Day',
  week: 'Week',
  weekOf: (from: string, to: string) => `${from} to ${to}`,
  only: { program: 'Only this program', site: 'Only this site' },
  allPrograms: 'All programs',
  allSites: 'All sites',
  groups: 'Groups',
  closures: 'Closures',
  add: 'Add a session',
  begin: 'Add the first group',
  nothingYet: 'Nothing is scheduled yet. Add a group and say when it meets: its sessions appear here for eight weeks ahead.',
  count: (count: number, due: number | null) =>
    due === null || due === 0
      ? plural(count, 'session', 'sessions')
      : `${plural(count, 'session', 'sessions')}, ${plural(due, 'screen', 'screens')} due`,
  none: (day: string) => `No sessions on ${day}.`,
  noneShort: 'No sessions',
  alone: (count: number) => `${plural(count, 'individual or family session', 'individual and family sessions')}`,
  noLeader: 'not assigned',
  substituteFor: (substitute: string, leader: string | null) => (leader === null ? substitute : `${substitute}, for ${leader}`),
  video: 'by video',
  cancelled: (because: string) => `Cancelled by the program: ${because}`,
  bookedOf: (count: number, capacity: number | null) =>
    count === 0 ? 'nobody yet' : capacity === null ? `${count}` : `${count} of ${capacity}`,
  bookedIn: (words: string) => `${words} booked`,
  marked: (count: number) => `${count} marked`,
  recorded: (recorded: number, due: number) => `${recorded} of ${due} recorded`,
  noneDue: 'none due',
  hidden: 'shown on the day',
  attendance: 'Attendance',
  change: 'Change',
  log: 'Log results',
  see: 'See results',
  openFor: (words: string, title: string) => `${words}: ${title}`,
  asOf: (time: string) => `As of ${time}`,
  live: 'live',
  stale: (time: string) => `Showing data from ${time}. Live updates stopped.`,
};

type About = {
  readonly service: string;
  readonly title: string;
  readonly groupName: string | null;
  readonly siteName: string | null;
  readonly telehealth: boolean;
};

/** 'Group, Riverside, by video'; a group's session with a title of its own says that too. */
export const aboutSession = ({ service, title, groupName, siteName, telehealth }: About): string =>
  [
    groupName !== null && title !== groupName && title !== `${groupName} group` ? title : (serviceNames[service] ?? service),
    siteName,
    telehealth ? sessionsWords.video : null,
  ]
    .filter((part) => part !== null)
    .join(', ');

/** Who leads it: the substitute first, and for whom. */
export const leaderWords = ({
  leader,
  substitute,
}: {
  readonly leader: string | null;
  readonly substitute: { readonly name: string } | null;
}): string => (substitute === null ? (leader ?? sessionsWords.noLeader) : sessionsWords.substituteFor(substitute.name, leader));
