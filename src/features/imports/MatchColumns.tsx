import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { imports } from '#contract/imports.ts';
import { call, Refused } from '#api/client.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { DayQuestions } from './DayQuestions.tsx';
import { FileKind } from './FileKind.tsx';
import styles from './Match.module.css';
import { firstDraft } from './mapping-draft.ts';
import { throwAwayWords } from './imports-words.ts';
import { matchingWords as words } from './matching-words.ts';
import { ThrowAway } from './ThrowAway.tsx';
import { WhoseQuestions } from './WhoseQuestions.tsx';
import { WordMeanings } from './WordMeanings.tsx';

type MatchColumnsProps = { one: OutputOf<Contract['imports']['one']>; onGone: () => void };

/** Step two: which column is which, how its days are written and what its words mean. What could mean two things is asked. */
export function MatchColumns({ one, onGone }: MatchColumnsProps) {
  const [draft, setDraft] = useState(() => firstDraft(one, words.usualSource));
  const importId = one.import.id;
  const match = useMutation({
    mutationFn: () =>
      call(imports.match, {
        importId,
        source: draft.source,
        mapping: {
          ...draft.mapping,
          columns: [...draft.mapping.columns],
          dates: [...draft.mapping.dates],
          words: [...draft.mapping.words],
          answers: [...(draft.mapping.answers ?? [])],
        },
      }),
  });
  const problem = match.error instanceof Refused ? match.error.problem : null;
  const errors = (problem?.fields ?? []).map(({ field, message }) => ({ fieldId: `match-${field}`, message }));
  const errorOf = (field: string) => problem?.fields?.find((one) => one.field === field)?.message ?? null;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        match.mutate();
      }}
    >
      {problem !== null && (
        <ErrorSummary
          key={match.submittedAt}
          title={words.open}
          errors={errors.length > 0 ? errors : [{ fieldId: 'match-check', message: problem.detail ?? problem.title }]}
        />
      )}
      <FileKind one={one} draft={draft} onDraft={setDraft} />
      <ColumnTable one={one} draft={draft} onDraft={setDraft} errorOf={errorOf} />
      <DayQuestions one={one} draft={draft} onDraft={setDraft} errorOf={errorOf} />
      <WhoseQuestions one={one} draft={draft} onDraft={setDraft} errorOf={errorOf} />
      <WordMeanings one={one} draft={draft} onDraft={setDraft} errorOf={errorOf} />
      <div className={styles['bar']}>
        <Button id="match-check" tone="primary" size="field" disabled={match.isPending} onClick={() => match.mutate()}>
          {words.check(one.import.rows)}
        </Button>
        <span className={styles['small']}>{words.nothingWritten}</span>
        <ThrowAway importId={importId} words={throwAwayWords} onGone={onGone} />
      </div>
    </form>
  );
}
