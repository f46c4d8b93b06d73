import { Link } from '@tanstack/react-router';
import type { ProblemsShown } from '#contract/clients-data-problems.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { DataProblem } from '#domain/clients/data-problems.ts';
import { Panel } from '#ui/Panel.tsx';
import { problemsWords, problemWords } from './problem-words.ts';
import styles from './Problems.module.css';

type ProblemListProps = { problem: Exclude<DataProblem, 'duplicate'>; many: number; rows: ProblemsShown['problems'] };

/** Where each problem is mended, on the record. */
const routes: Readonly<Record<ProblemListProps['problem'], string>> = {
  'birth-in-future': 'identity',
  'no-birth-date': 'identity',
  overlapping: 'episode',
  unserved: 'episode',
  'no-therapist': 'episode',
  'no-group': 'episode',
  'no-hours': 'hours',
  'no-episode': 'episode',
};

/** One kind of problem, why it matters, and everybody who has it. */
export function ProblemList({ problem, many, rows }: ProblemListProps) {
  const { title, why } = problemWords[problem];
  return (
    <Panel id={problem} title={title} beside={problemsWords.listed(rows.length, many, why)}>
      <ul className={styles['rows']} role="list">
        {rows.map((row) => (
          <li key={row.clientId}>
            <Link to="/clients/$clientId/record" params={{ clientId: row.clientId }} hash={routes[problem]} className={styles['name']}>
              {row.name}
            </Link>
            <span className={styles['quiet']}>
              {problemsWords.chart(row.chartNumber, row.bornOn === null ? null : dayWithYear(row.bornOn))}
            </span>
            <span className={styles['quiet']}>
              {row.since !== null && (problem === 'unserved' ? problemsWords.lastSeen : problemsWords.since)(dayWithYear(row.since))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
