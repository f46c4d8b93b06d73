/** '6 to 9 pm', '11 am to 1 pm': the half of the day is said once where both share it. */
export function timesWords(from: string, to: string): string {
  const [start, half] = from.split(' ');
  return `${half !== undefined && to.endsWith(` ${half}`) ? (start ?? from) : from} to ${to}`;
}
