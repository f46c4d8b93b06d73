import { cancelledByProgram, confirmedColumns, wordsOf } from '#domain/imports/vocabulary.ts';
import { columnQuestions } from '#domain/imports/questions.ts';
import { CheckRow } from '#ui/CheckRow.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Select } from '#ui/Select.tsx';
import { columnName } from './column-names.ts';
import type { MatchPart } from './FileKind.tsx';
import { rowsWords } from './imports-words.ts';
import { withColumnAnswer, withMeaning } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

type WordMeaningsProps = MatchPart & { errorOf: (field: string) => string | null };

/**
 * What each word of the other system means here. One that Cairn can't tell is left open, and its rows are held. The words of a laboratory are
 * looked through by a person, whether Cairn knows them or not.
 */
export function WordMeanings({ one, draft, onDraft, errorOf }: WordMeaningsProps) {
  const foreign = draft.mapping.words.filter(({ column, cell }) => confirmedColumns.has(column) || !wordsOf(column).includes(cell));
  const confirmed = columnQuestions(draft.mapping, one.columns, one.timeZone).find(({ about }) => about === 'results');
  if (foreign.length === 0 && confirmed === undefined) return null;
  const countOf = (column: string, cell: string): number => {
    const from = draft.mapping.columns.find((given) => given.column === column)?.from;
    return one.columns.find(({ name }) => name === from)?.words.find((word) => word.cell === cell)?.count ?? 0;
  };
  const error = confirmed === undefined ? null : errorOf(`results.${confirmed.from}`);
  return (
    <Panel title={words.words} beside={words.wordsText}>
      <div className={styles['meanings']}>
        {foreign.map(({ column, cell, word }) => (
          <label key={`${column} ${cell}`} className={styles['meaning']}>
            <span>
              <strong>{cell}</strong>{' '}
              <span className={styles['small']}>{`${columnName(column)}, ${rowsWords(countOf(column, cell))}`}</span>
            </span>
            <Select
              aria-label={words.meaning(cell, columnName(column))}
              value={word}
              onChange={(event) => onDraft(withMeaning(draft, column, cell, event.target.value))}
            >
              <option value="">{words.hold}</option>
              {wordsOf(column).map((own) => (
                <option key={own} value={own}>
                  {own === cancelledByProgram && column === 'attendance' ? words.cancelledByProgram : own}
                </option>
              ))}
            </Select>
          </label>
        ))}
      </div>
      {confirmed !== undefined && (
        <div className={styles['days']} id={`match-results.${confirmed.from}`} tabIndex={-1}>
          <CheckRow
            checked={confirmed.answer !== null}
            onChange={(event) => onDraft(withColumnAnswer(draft, one, 'results', confirmed.from, event.target.checked ? 'confirmed' : ''))}
          >
            {words.confirmed}
          </CheckRow>
          {error !== null && <p className={styles['error']}>{error}</p>}
        </div>
      )}
    </Panel>
  );
}
