import { wordColumns, wordsOf } from '#domain/imports/vocabulary.ts';
import { Select } from '#ui/Select.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { columnName } from './column-names.ts';
import type { MatchPart } from './FileKind.tsx';
import { withColumn } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

type ColumnRowProps = MatchPart & { column: string; needed: boolean; made: boolean; error: string | null };

const nowhere = '';
const always = '\u0000always';

/** Where one of our columns comes from, with a few cells to recognize it by. */
export function ColumnRow({ column, needed, made, one, draft, onDraft, error }: ColumnRowProps) {
  const given = draft.mapping.columns.find((each) => each.column === column);
  const id = `match-columns.${column}`;
  const samples = one.columns.find(({ name }) => name === given?.from)?.samples ?? [];
  const choose = (value: string) =>
    onDraft(
      withColumn(draft, one, { column, from: value === nowhere || value === always ? null : value, always: value === always ? '' : null }),
    );
  const write = (value: string) => onDraft(withColumn(draft, one, { column, from: null, always: value }));
  return (
    <div className={styles['column']} data-open={error !== null || undefined}>
      <label htmlFor={id} className={styles['ours']}>
        {columnName(column)}
        {needed && <span className={styles['needed']}> {words.needed}</span>}
      </label>
      <div className={styles['given']}>
        <Select
          id={id}
          aria-label={words.fromFor(columnName(column))}
          value={given === undefined ? nowhere : (given.from ?? always)}
          onChange={(event) => choose(event.target.value)}
          {...(error !== null && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
        >
          <option value={nowhere}>{made ? words.made : words.nowhere}</option>
          {column !== 'chart_number' && column !== 'full_name' && <option value={always}>{words.always}</option>}
          {one.columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
        {given?.from === null && (
          <AlwaysField
            column={column}
            value={given.always ?? ''}
            names={one.names.find((each) => each.column === column)?.names ?? []}
            onWrite={write}
          />
        )}
        {error !== null && (
          <p id={`${id}-error`} className={styles['error']}>
            {error}
          </p>
        )}
      </div>
      <span className={styles['samples']}>{samples.slice(0, 3).join(' · ')}</span>
    </div>
  );
}

type AlwaysFieldProps = { column: string; value: string; names: readonly string[]; onWrite: (value: string) => void };

function AlwaysField({ column, value, names, onWrite }: AlwaysFieldProps) {
  const label = words.alwaysFor(columnName(column));
  if (!wordColumns.has(column) && names.length === 0)
    return <TextInput aria-label={label} value={value} maxLength={200} onChange={(event) => onWrite(event.target.value)} />;
  return (
    <Select aria-label={label} value={value} onChange={(event) => onWrite(event.target.value)}>
      <option value="" />
      {(names.length > 0 ? names : wordsOf(column)).map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </Select>
  );
}
