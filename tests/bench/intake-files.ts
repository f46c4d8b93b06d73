export const rowsEach = 10_000;
const eachClient = 20;

const two = (number: number): string => String(number).padStart(2, '0');

/** A clinic's files for five hundred people: twenty sessions and twenty screens each, one in nine with a line that is missing. */
export function filesOf(prefix: string): Readonly<Record<string, string>> {
  const day = (at: number) => `2026-${two(3 + Math.floor((at % eachClient) / 4))}-${two(1 + (at % 4) * 7)}`;
  const chart = (at: number) => `${prefix}C${Math.floor(at / eachClient)}`;
  const rows = (row: (at: number) => string, count = rowsEach) => Array.from({ length: count }, (_, at) => row(at));
  const file = (header: string, lines: readonly string[]) => [header, ...lines, ''].join('\n');
  return {
    'clients.csv': file(
      'chart_number,first_name,last_name,born_on,opened_on,closed_on,closed_because',
      rows((at) => `${prefix}C${at},Ana,Lee,1990-01-01,2026-01-05,,`, rowsEach / eachClient),
    ),
    'sessions.csv': file(
      'session_key,date,start,end,service,title,chart_number,attendance,minutes',
      rows((at) => `${prefix}S${at},${day(at)},09:00,12:00,group,Morning,${chart(at)},present,180`),
    ),
    'screens.csv': file(
      'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive',
      rows(
        (at) => `${prefix}U${at},${chart(at)},${day(at)},yes,collected,urine-cup,valid,AMP;BZO;COC;OPI;THC,${at % 9 === 0 ? 'COC' : ''}`,
      ),
    ),
  };
}
