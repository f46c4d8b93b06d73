const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const noticeWords = {
  understood: 'All right',
  first: (count: number) => `These are the first ${count}. The others are on the schedule of their days.`,
  left: (count: number) =>
    `${plural(count, 'session was', 'sessions were')} left as ${count === 1 ? 'it was' : 'they were'}. Open ${count === 1 ? 'it' : 'them'} from the schedule and decide.`,
  leftOne: (day: string, title: string, because: string) => `${day}, ${title}: ${because}`,
  because: {
    attendance: 'attendance was taken',
    screens: 'screens were recorded',
    'by-hand': 'it was moved or given a substitute for this once',
    cancelled: 'it was cancelled',
    begun: 'it has begun',
  },
  meetingSaved: ({ made, moved, removed }: { made: number; moved: number; removed: number }) => {
    const parts = [
      made > 0 && `${plural(made, 'session', 'sessions')} made`,
      moved > 0 && `${moved} changed`,
      removed > 0 && `${removed} taken off the schedule`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? 'Saved' : `Saved: ${parts.join(', ')}`;
  },
  saved: 'Saved',
};
