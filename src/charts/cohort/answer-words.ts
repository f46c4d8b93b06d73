/** '6 d 19 h', '19 h' */
export const spanWords = (hours: number): string =>
  hours >= 240
    ? `${Math.floor(hours / 24)} d`
    : hours >= 24
      ? `${Math.floor(hours / 24)} d ${Math.floor(hours % 24)} h`
      : `${Math.floor(hours)} h`;

/** The sentences of the figure on how long an answer takes. */
export const answerWords = {
  title: 'Time from unexpected result to a signed answer',
  standard: (hours: number) => `standard ${hours} h`,
  within: (answered: number, of: number, hours: number) => `${answered} of ${of} by ${hours} h`,
  share: (share: number) => (share === 1 ? '100%' : String(share * 100)),
  median: (hours: number | null) =>
    hours === null ? 'median not reached' : `median ${hours > 168 ? spanWords(hours) : `${Math.round(hours)} h`}`,
  openNow: 'Open now, by age',
  open: (open: number, oldest: number | null, notYetDue: number) =>
    open === 0
      ? 'none open'
      : `${open} open, oldest ${spanWords(oldest ?? 0)}; ${notYetDue} not yet due${(oldest ?? 0) > 168 ? '; older than 7 d stand at the end' : ''}`,
  hour: (hours: number) => (hours === 0 ? '0 h' : hours === 168 ? '7 d' : String(hours)),
  summary: (answered: number, of: number, hours: number, open: number, notYetDue: number) =>
    `${answered} of ${of} results at least ${hours} h old were answered within ${hours} h; ${open} open. ${notYetDue} more are not yet due. Ticks are open items, kept in the count.`,
  heads: { result: 'Result', hours: 'Hours', state: 'State' },
  state: (answered: boolean, results: number) => `${results === 1 ? '' : `${results} `}${answered ? 'answered' : 'open'}`,
  result: (number: number) => `Result ${number}`,
};
