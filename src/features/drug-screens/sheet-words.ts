/** The words of the printed sheet. */
export const sheetWords = {
  title: (title: string, times: string) => `Cup log: ${title}, ${times}`,
  line: (day: string, panel: string, lot: string | null, from: number, until: number) =>
    `${day}. ${panel}, lot ${lot ?? '________'}. Read each cup ${from} to ${until} minutes after it is set down.`,
  client: 'Client',
  born: 'Born, chart',
  setDown: 'Set down',
  temperature: 'Temp',
  allLines: 'All lines',
  otherwise: 'No cup, and why',
  initials: 'By',
  foot: 'Tick all lines only where every line is there, however faint. Tick a strip where there is no line on it. Leave a row empty until the cup is read.',
};
