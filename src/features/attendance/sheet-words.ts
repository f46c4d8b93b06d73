/** The words of the printed roster. */
export const sheetWords = {
  title: (title: string, times: string) => `Roster: ${title}, ${times}`,
  line: (day: string, leader: string | null, site: string | null) =>
    [day, leader === null ? 'Led by ________________' : `Led by ${leader}`, site].filter((part) => part !== null).join('. '),
  client: 'Client',
  born: 'Born, chart',
  in: 'In',
  out: 'Out',
  where: 'By video',
  initials: 'Initials',
  note: 'Late, left early, excused: why',
  blank: 'walk-in',
  foot: 'Write In and Out to the minute. Leave a row empty until somebody is here, has missed the session or is excused.',
  signed: 'Taken by ______________________________   Date ______________',
};
