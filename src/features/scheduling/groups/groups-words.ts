const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

type About = {
  readonly program: { readonly name: string };
  readonly site: { readonly name: string };
  readonly onRoster: number;
  readonly beginLater: number;
  readonly capacity: number | null;
};

export const groupsWords = {
  title: 'Groups',
  count: (count: number) => plural(count, 'group', 'groups'),
  add: 'Add a group',
  addDoes: 'Add group',
  columns: { name: 'Group', meets: 'Meets', leaders: 'Led by', location: 'Program and site', roster: 'On the roster' },
  none: 'No groups yet. A group has a program, a site and the times when it meets.',
  noneYours: 'No groups yet. A director or an administrator adds them.',
  notYet: 'no meetings yet',
  noLeader: 'nobody yet',
  roster: (now: number, later: number, capacity: number | null) =>
    [capacity === null ? `${now}` : `${now} of ${capacity}`, later > 0 && `${later} begin later`]
      .filter((part) => part !== false)
      .join(', '),
  locationsTitle: 'Programs and sites',
  program: 'Program',
  programs: 'Programs',
  site: 'Site',
  sites: 'Sites',
  addProgram: 'Add a program',
  addSite: 'Add a site',
  rename: 'Edit',
  renameOf: (name: string) => `Edit ${name}`,
  name: 'Name',
  population: 'For',
  populations: { adult: 'Adults', adolescent: 'Adolescents' },
  inGroups: (count: number) => plural(count, 'group', 'groups'),
  capacity: 'Room for',
  capacityHint: 'Leave it empty where there is no limit.',
  edit: 'Edit group',
  end: 'End group',
  endOf: (name: string) => `End ${name}`,
  endGroupDoes: 'End group',
  endGroupNote:
    'Its meetings end with it. Later sessions without attendance or screens are taken off the schedule, and what was held stays. Nobody may hold a place after that day.',
  goOn: 'Take the end back',
  goOnOf: (name: string) => `Take back the end of ${name}`,
  goOnNote: 'It takes people again. Its meetings stay ended: add those that it has from now on.',
  lastDay: (day: string) => `last day ${day}`,
  ended: 'Ended groups',
  endedColumns: { name: 'Group', lastOn: 'Last day', location: 'Program and site' },
  schedule: 'Sessions',
  // One group
  facts: (program: string, site: string) => `${program} · ${site}`,
  about: (group: About, lastOn: string | null): string =>
    [
      group.program.name,
      group.site.name,
      `on the roster: ${groupsWords.roster(group.onRoster, group.beginLater, group.capacity)}`,
      lastOn !== null && groupsWords.lastDay(lastOn),
    ]
      .filter((part) => part !== false)
      .join(' · '),
  meetings: 'When it meets',
  noMeetingsEnded: 'It doesn’t meet any more.',
  noMeetings: 'It doesn’t meet yet. Add a meeting: its sessions are made for eight weeks ahead.',
  addMeeting: 'Add a meeting',
  changeMeeting: 'Change',
  endMeeting: 'End',
  meetingFrom: 'From this day',
  meetingFromNew: 'First day',
  meetingFromHint: 'What was held before stays as it was.',
  meetingFromNewHint: 'Up to eight weeks ago.',
  weekday: 'Day of the week',
  endTitle: 'End this meeting',
  endDoes: 'End meeting',
  lastOn: 'Last day',
  endNote: 'Later sessions without attendance or screens are taken off the schedule.',
  meetingColumns: { when: 'When', what: 'What', leader: 'Led by', dates: 'Dates' },
  since: (from: string, to: string | null) => (to === null ? `since ${from}` : `${from} to ${to}`),
  begins: (from: string) => `from ${from}`,
  past: 'Past meetings',
  pause: (minutes: number) => `break ${minutes} min`,
  noScreens: 'no screens',
  upcoming: 'Next two weeks',
  noUpcoming: 'No sessions in the next two weeks.',
  upcomingColumns: { day: 'Day', time: 'Time', leader: 'Led by', booked: 'Booked' },
  attendance: 'Attendance',
};

export const rosterWords = {
  title: 'Roster',
  columns: { name: 'Name', chart: 'Chart', dates: 'Dates', days: 'Comes on', missed: 'Missed, not made up' },
  add: 'Add somebody',
  addDoes: 'Add to roster',
  none: 'Nobody is on the roster yet.',
  noneEnded: 'Nobody is on the roster any more.',
  others: (count: number) => `${plural(count, 'other person', 'other people')} of programs that you don’t work in.`,
  from: 'From',
  fromHint: 'They are booked into its sessions from that day, past days of their care included.',
  every: 'Every day it meets',
  days: 'Comes on',
  leave: 'End',
  leaveOf: (name: string) => `End the place of ${name}`,
  leaveDoes: 'End place',
  lastOn: 'Last day',
  leaveNote: 'Later bookings that nobody has marked are given up. What was marked stays.',
  left: 'Left in the last eight weeks',
  begins: (from: string) => `from ${from}`,
  since: (from: string, to: string | null) => (to === null ? `since ${from}` : `${from} to ${to}`),
  notInCare: 'not in care',
  person: 'Who',
  personHint: 'Name or chart number of somebody in care.',
  chosen: 'Chosen',
};

export const makeUpWords = {
  title: (name: string, day: string) => `A make-up for ${name}, ${day}`,
  open: (name: string, day: string) => `Find a make-up for ${name}, ${day}`,
  note: (until: string) =>
    `Sessions of the same kind until ${until}, with room, at times when nothing else is booked. It counts in the week it is held.`,
  none: (until: string) => `No session of the same kind has room until ${until}. Add one from the schedule.`,
  booked: (when: string) => `Booked: ${when}.`,
  choose: 'Which session',
  does: 'Book make-up',
  left: (count: number) => `${count} ${count === 1 ? 'place' : 'places'} left`,
  video: 'by video',
};
