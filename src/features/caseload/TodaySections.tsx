import { Link } from '@tanstack/react-router';
import { MarkLegend } from '#charts/marks/MarkLegend.tsx';
import type { CaseloadRow } from '#contract/caseload.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

type Rows = { rows: readonly CaseloadRow[] };

/** What is worth saying out loud: one line a person, at most six. */
export function GoodNews({ rows }: Rows) {
  if (rows.length === 0) return null;
  return (
    <section className={styles['news']} aria-labelledby="good-news">
      <h2 id="good-news" className={styles['newsTitle']}>
        {todayWords.goodNews}
        <span>{rows.length === 1 ? '1 person' : `${rows.length} people`}</span>
      </h2>
      <ul className={styles['newsList']} role="list">
        {rows.slice(0, 6).map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} /> {row.goodNews[0]?.summary}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Clients who were handed over to this person, until the note is read: whether or not anything else is needed. */
export function HandedOver({ rows, onRead }: Rows & { onRead: (row: CaseloadRow) => void }) {
  if (rows.length === 0) return null;
  return (
    <p className={styles['handed']}>
      {todayWords.handedOver}{' '}
      {rows.map((row) => (
        <button key={row.clientId} type="button" className={styles['link']} onClick={() => onRead(row)}>
          {row.name}
        </button>
      ))}
    </p>
  );
}

/** Screens that a changed medication list would read differently. The record asks what to do with each. */
export function ToReadAgain({ rows }: Rows) {
  if (rows.length === 0) return null;
  return (
    <p className={styles['handed']}>
      {todayWords.readAgain}{' '}
      {rows.map((row) => (
        <Link
          key={row.clientId}
          to="/clients/$clientId/record"
          params={{ clientId: row.clientId }}
          hash="readings"
          className={styles['link']}
        >
          {row.name} ({row.reinterpretations})
        </Link>
      ))}
    </p>
  );
}

export function Snoozed({ rows }: Rows) {
  if (rows.length === 0) return null;
  const first = rows[0];
  const beside = first?.snoozedUntil == null ? '' : todayWords.back(first.name, first.snoozeReason ?? '', dayWords(first.snoozedUntil));
  return (
    <Disclosure title={`${todayWords.snoozed} (${rows.length})`} beside={beside}>
      <ul className={styles['people']} role="list">
        {rows.map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} />{' '}
            {row.snoozedUntil === null ? '' : todayWords.back('', row.snoozeReason ?? '', dayWords(row.snoozedUntil)).slice(2)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function NothingNeeded({ rows, news }: Rows & { news: number }) {
  if (rows.length === 0) return null;
  return (
    <Disclosure title={`${todayWords.nothing} (${rows.length})`} beside={todayWords.includesNews(news)}>
      <ul className={styles['people']} role="list">
        {rows.map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} /> <span className={styles['quiet']}>{row.covering ?? row.lastWeek}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const PersonLink = ({ row }: { row: CaseloadRow }) => (
  <Link to="/clients/$clientId" params={{ clientId: row.clientId }} className={styles['person']}>
    {row.name}
  </Link>
);

export function TodayLegend() {
  return (
    <div className={styles['legend']}>
      <MarkLegend label="Marks" codes={['E', 'U!', 'U+', 'U', 'O', 'X', 'K', 'B']} />
      <p>line = prescribed hours; outlined week = under 75%; dotted tick = presumptive; underlined = newest</p>
    </div>
  );
}
