import { answerChoices } from '#domain/imports/imports.ts';
import { columnQuestions } from '#domain/imports/questions.ts';
import { Panel } from '#ui/Panel.tsx';
import { RadioRow } from '#ui/RadioRow.tsx';
import type { MatchPart } from './FileKind.tsx';
import { withColumnAnswer } from './mapping-draft.ts';
import styles from './Match.module.css';
import { matchingWords as words } from './matching-words.ts';

type WhoseQuestionsProps = MatchPart & { errorOf: (field: string) => string | null };

/** Asked for a column whose cells can be two things: minutes and times of the session or of each person, and midnights of another zone. */
export function WhoseQuestions({ one, draft, onDraft, errorOf }: WhoseQuestionsProps) {
  const requested = columnQuestions(draft.mapping, one.columns, one.timeZone).flatMap(({ about, ...question }) =>
    about === 'results' ? [] : [{ about, ...question }],
  );
  if (requested.length === 0) return null;
  return (
    <Panel title={words.whose}>
      {requested.map(({ about, from, answer }) => (
        <div key={`${about} ${from}`} className={styles['days']}>
          <RadioRow
            id={`match-${about}.${from}`}
            label={words.whoseIs[about](from)}
            options={answerChoices[about].map((value) => ({ value, label: words.answers[value] }))}
            value={answerChoices[about].find((value) => value === answer) ?? null}
            error={errorOf(`${about}.${from}`)}
            onChoose={(value) => onDraft(withColumnAnswer(draft, one, about, from, value))}
          />
        </div>
      ))}
    </Panel>
  );
}
