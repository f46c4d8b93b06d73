import { dayInFull, dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import styles from './BlankLog.module.css';
import type { LogRow, Panel } from './log-rows.ts';
import { observerWords } from './observer-words.ts';
import { sheetWords } from './sheet-words.ts';

type BlankLogProps = { title: string; on: Day; times: string; rows: readonly LogRow[]; panel: Panel; lot: string | null; watched: boolean };

/** The sheet for the bathroom door: two identifiers, and the strips in the order printed on the cup. Only paper sees it. */
export function BlankLog({ title, on, times, rows, panel, lot, watched }: BlankLogProps) {
  return (
    <section className={styles['sheet']} aria-hidden="true">
      <h1 className={styles['title']}>{sheetWords.title(title, times)}</h1>
      <p className={styles['line']}>{sheetWords.line(dayInFull(on), panel.name, lot, panel.readFromMinutes, panel.readUntilMinutes)}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>#</th>
            <th>{sheetWords.client}</th>
            <th>{sheetWords.born}</th>
            <th>{sheetWords.setDown}</th>
            <th>{sheetWords.temperature}</th>
            <th>{sheetWords.allLines}</th>
            {panel.analytes.map((code, index) => (
              <th key={code} className={styles['strip']}>
                {index + 1}
                <br />
                {code}
              </th>
            ))}
            <th>{sheetWords.otherwise}</th>
            {watched && <th>{observerWords.paper}</th>}
            <th>{sheetWords.initials}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.number}</td>
              <td className={styles['name']}>{row.name}</td>
              <td>
                {row.bornOn === null ? '' : dayWithYear(row.bornOn)}
                <span className={styles['chart']}>{row.chartNumber}</span>
              </td>
              <td />
              <td />
              <td>
                <span className={styles['tick']} />
              </td>
              {panel.analytes.map((code) => (
                <td key={code} className={styles['strip']}>
                  <span className={styles['tick']} />
                </td>
              ))}
              <td className={styles['otherwise']} />
              {watched && <td className={styles['watched']} />}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['line']}>{sheetWords.foot}</p>
    </section>
  );
}
