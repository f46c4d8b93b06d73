import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './Care.module.css';
import { endWords } from './ending-words.ts';
import { episodes } from './episodes.queries.ts';

/** Endings that wait for this person's signature, and theirs that wait for somebody else's. Nothing where there are none. */
export function WaitingSignatures() {
  const { data, error } = useQuery(episodes.endingRequests());
  if (error !== null) return <p role="alert">{endWords.waiting.unknown}</p>;
  if (data === undefined || data.requests.length === 0) return null;
  return (
    <section className={styles['waiting']} aria-label={endWords.waiting.list}>
      <ul role="list">
        {data.requests.map(({ requestId, clientId, name, line }) => (
          <li key={requestId}>
            <Link to="/clients/$clientId/record" params={{ clientId }} hash="episode">
              {name}
            </Link>
            {`: ${line}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
