import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProblemShown } from '#contract/clients-data-problems.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { ChartProblem } from '#domain/clients/data-problems.ts';
import { Fault } from '#ui/Fault.tsx';
import { Panel } from '#ui/Panel.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { clients } from './clients.queries.ts';
import { problemsWords, problemWords } from './problem-words.ts';
import styles from './Problems.module.css';

/** Where each problem is mended, on the record. */
const routes: Readonly<Record<ChartProblem, string>> = {
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
export function ProblemList({ found: { problem, many, rows: first, next } }: { found: ProblemShown }) {
  const { title, why } = problemWords[problem];
  const behind = useInfiniteQuery(clients.moreProblems(problem, next));
  const rows = [...first, ...(behind.data?.pages.flatMap((page) => page.rows) ?? [])];
  const more = behind.data === undefined ? next !== null : behind.hasNextPage;
  return (
    <Panel id={problem} title={title} beside={problemsWords.listed(many, why)}>
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
      {many > first.length && (
        <ShowMore shown={rows.length} total={many} isPending={behind.isFetching} onMore={more ? () => void behind.fetchNextPage() : null} />
      )}
      {behind.error !== null && <Fault>{behind.error.message}</Fault>}
    </Panel>
  );
}
