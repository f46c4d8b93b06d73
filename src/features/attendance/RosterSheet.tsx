import { dayInFull, dayWithYear } from '#domain/calendar/words.ts';
import styles from './RosterSheet.module.css';
import type { Roster } from './roster-rows.ts';
import { sheetWords } from './sheet-words.ts';

type RosterSheetProps = { roster: Roster; title: string; times: string };

const walkIns = ['walk-in 1', 'walk-in 2', 'walk-in 3', 'walk-in 4'] as const;

/** The sheet for the group room: two identifiers, and room to write In, Out and initials. Only paper sees it, and it holds nothing of treatment. */
export function RosterSheet({ roster: { session, rows }, title, times }: RosterSheetProps) {
  return (
    <section className={styles['sheet']} aria-hidden="true">
      <h1 className={styles['title']}>{sheetWords.title(title, times)}</h1>
      <p className={styles['line']}>{sheetWords.line(dayInFull(session.on), session.leader, session.siteName)}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>#</th>
            <th>{sheetWords.client}</th>
            <th>{sheetWords.born}</th>
            <th>{sheetWords.in}</th>
            <th>{sheetWords.out}</th>
            <th>{sheetWords.where}</th>
            <th>{sheetWords.initials}</th>
            <th>{sheetWords.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.clientId}>
              <td>{index + 1}</td>
              <td className={styles['name']}>{row.name}</td>
              <td>
                {row.bornOn === null ? '' : dayWithYear(row.bornOn)}
                <span className={styles['chart']}>{row.chartNumber}</span>
              </td>
              <td className={styles['write']} />
              <td className={styles['write']} />
              <td>
                <span className={styles['tick']} />
              </td>
              <td className={styles['write']} />
              <td className={styles['note']} />
            </tr>
          ))}
          {walkIns.map((key, index) => (
            <tr key={key}>
              <td>{rows.length + index + 1}</td>
              <td className={styles['blank']}>{sheetWords.blank}</td>
              <td />
              <td />
              <td />
              <td>
                <span className={styles['tick']} />
              </td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['line']}>{sheetWords.foot}</p>
      <p className={styles['line']}>{sheetWords.signed}</p>
    </section>
  );
}
