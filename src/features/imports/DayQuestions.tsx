import { dayOrderOf, daySinceSpreadsheets } from '#domain/imports/dates.ts';
import { dayColumns } from '#domain/imports/suggestions.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import type { MatchPart } from './FileKind.tsx';
import { withDates } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

type DayQuestionsProps = MatchPart & { errorOf: (field: string) => string | null };

/** Asked once for a column: month or day first, where no day in it tells; years of two digits; and a spreadsheet's numbers. */
export function DayQuestions({ one, draft, onDraft, errorOf }: DayQuestionsProps) {
  const births = new Set(draft.mapping.columns.filter(({ column }) => column === 'born_on').map(({ from }) => from));
  const used = new Set(draft.mapping.columns.filter(({ column }) => dayColumns.has(column)).map(({ from }) => from));
  const requested = draft.mapping.dates
    .filter(({ from }) => used.has(from))
    .flatMap((reading) => {
      const seen = one.columns.find(({ name }) => name === reading.from)?.dates;
      return seen === undefined || (dayOrderOf(seen) === null && seen.shortYears + seen.serials === 0) ? [] : [{ reading, seen }];
    });
  if (requested.length === 0) return null;
  return (
    <Panel title={words.days}>
      {requested.map(({ reading, seen }) => {
        const order = dayOrderOf(seen);
        const counted = daySinceSpreadsheets(seen.exampleSerial ?? '');
        const change = (part: Partial<typeof reading>) => onDraft(withDates(draft, { ...reading, ...part }));
        return (
          <div key={reading.from} className={styles['days']}>
            {order === 'ask' ? (
              <RadioRow
                id={`match-dates.${reading.from}`}
                label={seen.monthFirst > 0 ? words.contradicts(reading.from) : words.order(reading.from, seen.exampleEither ?? '')}
                options={[
                  { value: 'month-first', label: words.monthFirst },
                  { value: 'day-first', label: words.dayFirst },
                ]}
                value={reading.order}
                error={errorOf(`dates.${reading.from}`)}
                onChoose={(value) => change({ order: value })}
              />
            ) : (
              order !== null && <p>{words.orderDecided(reading.from, order === 'month-first')}</p>
            )}
            {seen.shortYears > 0 && !births.has(reading.from) && (
              <CheckRow checked={reading.shortYears} onChange={(event) => change({ shortYears: event.target.checked })}>
                {words.shortYears(reading.from, seen.shortYears)}
              </CheckRow>
            )}
            {seen.serials > 0 && counted !== null && (
              <CheckRow checked={reading.serials} onChange={(event) => change({ serials: event.target.checked })}>
                {words.serials(seen.exampleSerial ?? '', counted)}
              </CheckRow>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
