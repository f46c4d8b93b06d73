import { useState } from 'react';
import { call } from '#api/client.ts';
import { imports } from '#contract/imports.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { columnName } from './column-names.ts';
import type { Row } from './imports.queries.ts';
import { useRowChange } from './useRowChange.ts';

export const fixId = (row: number): string => `fix-${row}`;

type HeldRowProps = { importId: string; row: Row };

/** A row that is held: what is wrong beside its cell, what may have been meant to press, a field to type in, or the row left out. */
export function HeldRow({ importId, row }: HeldRowProps) {
  // What is typed into an empty cell is meant for its own row, unless it is the program.
  const together =
    row.similar > 0 && (row.problems[0]?.cell !== '' || row.problems[0].column === 'program' || row.problems[0].column === 'same_as');
  const [typed, setTyped] = useState('');
  const [similar, setSimilar] = useState(together);
  const [problem, ...others] = row.problems;
  const column = problem?.column ?? null;
  const fix = useRowChange(
    row.row,
    (value: string, key) => call(imports.fix, { importId, row: row.row, column: column ?? '', value, similar }, { key }),
    ({ rows }) => {
      const right = rows.filter(({ state }) => state !== 'fix').length;
      announce(right > 0 ? words.fixed(right) : words.still(rows[0]?.problems[0]?.message ?? ''));
    },
  );
  const skip = useRowChange(row.row, (_: null, key) => call(imports.skip, { importId, row: row.row, similar, skip: true }, { key }));
  const busy = fix.isPending || skip.isPending;
  if (problem === undefined) return null;
  const messageId = `${fixId(row.row)}-message`;
  return (
    <li className={styles['held']} data-import-row={row.row} data-testid={`row-${row.row}`}>
      <span className={styles['item']}>{words.row(row.row)}</span>
      <span className={styles['about']}>{row.about}</span>
      <span className={styles['cell']}>
        <span className={styles['column']}>{column === null ? words.wholeRow : columnName(column)}</span>
        {column !== null && <strong>{problem.cell === '' ? words.empty : problem.cell}</strong>}
      </span>
      <div className={styles['problem']}>
        <p id={messageId}>
          {problem.message} <span className={styles['fix']}>{problem.fix}</span>
        </p>
        {others.map((other) => (
          <p key={`${other.column} ${other.message}`} className={styles['fix']}>
            {other.column === null ? '' : `${columnName(other.column)}: `}
            {other.message}
          </p>
        ))}
        {together && (
          <CheckRow checked={similar} onChange={(event) => setSimilar(event.target.checked)}>
            {words.similar(row.similar)}
          </CheckRow>
        )}
        {(fix.error ?? skip.error) !== null && <p role="alert">{(fix.error ?? skip.error)?.message}</p>}
      </div>
      <form
        className={styles['mend']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') fix.mutate(typed);
        }}
      >
        {problem.suggestions.map(({ value, label }) => (
          <Button key={value} disabled={busy} aria-label={words.useFor(label, row.row)} onClick={() => fix.mutate(value)}>
            {label}
          </Button>
        ))}
        {column !== null && (
          <span className={styles['type']}>
            <TextInput
              id={fixId(row.row)}
              aria-label={words.typed(`${columnName(column)}, ${words.row(row.row)}`)}
              aria-describedby={messageId}
              value={typed}
              disabled={busy}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
            {typed !== '' && (
              <Button disabled={busy} onClick={() => fix.mutate(typed)}>
                {words.use}
              </Button>
            )}
          </span>
        )}
        <Button
          tone="quiet"
          disabled={busy}
          {...(column === null && { id: fixId(row.row) })}
          aria-label={words.skipFor(row.row)}
          onClick={() => skip.mutate(null)}
        >
          {similar && row.similar > 0 ? words.skipSimilar(row.similar + 1) : words.skip}
        </Button>
      </form>
    </li>
  );
}
