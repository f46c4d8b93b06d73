import { cancelledByProgram, wordsOf } from '#domain/imports/vocabulary.ts';
import { Panel } from '#ui/Panel.tsx';
import { Select } from '#ui/Select.tsx';
import { columnName } from './column-names.ts';
import type { MatchPart } from './FileKind.tsx';
import { rowsWords } from './imports-words.ts';
import { withMeaning } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

/** What each word of the other system means here. One that Cairn can't tell is left open, and its rows are held. */
export function WordMeanings({ one, draft, onDraft }: MatchPart) {
  const foreign = draft.mapping.words.filter(({ column, cell }) => !wordsOf(column).includes(cell));
  if (foreign.length === 0) return null;
  const countOf = (column: string, cell: string): number => {
    const from = draft.mapping.columns.find((given) => given.column === column)?.from;
    return one.columns.find(({ name }) => name === from)?.words.find((word) => word.cell === cell)?.count ?? 0;
  };
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
    </Panel>
  );
}
