import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayMonth, dayWords } from '#domain/calendar/words.ts';
import { explainedWords } from '#domain/adjustments/explanations-words.ts';
import { naloxoneNames, safetyNames, viewNames } from '#domain/adjustments/states-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import { FormStep } from './FormStep.tsx';
import { checkedWords } from './result-words.ts';
import styles from './SignedFacts.module.css';
import { TalkWords } from './TalkWords.tsx';

/** What was said and signed, as it stands. */
export function SignedFacts({ page }: { page: AdjustmentShown }) {
  const { talk, signature, explanation, naloxone, safety } = page;
  const answers = [
    safety === null ? null : `${adjustmentsWords.talk.safety}: ${safetyNames[safety]}`,
    naloxone === null ? null : `${adjustmentsWords.talk.naloxone}: ${naloxoneNames[naloxone]}`,
  ];
  return (
    <>
      <FormStep number={1} title={page.trigger === 'screen' ? adjustmentsWords.steps.check : adjustmentsWords.steps.start}>
        <p>{explanation === null ? checkedWords(page) : `${adjustmentsWords.check.explained}: ${explainedWords(explanation)}`}</p>
      </FormStep>
      {talk !== null && (
        <FormStep number={2} title={adjustmentsWords.steps.talk}>
          <TalkWords page={page} talk={talk} />
          <p className={styles['small']}>{answers.filter((answer) => answer !== null).join(' · ')}</p>
        </FormStep>
      )}
      {signature !== null && (
        <>
          <FormStep number={3} title={adjustmentsWords.steps.change}>
            {signature.noChangeReason !== null && <p>{adjustmentsWords.facts.noChange(signature.noChangeReason)}</p>}
            <ul className={styles['changes']} role="list">
              {signature.changes.map((change) => (
                <li key={change.line}>
                  <span className={styles['line']}>{change.label}</span>
                  <span>{change.what}</span>
                  <span className={styles['small']}>
                    {[adjustmentsWords.facts.from(dayMonth(change.fromOn)), change.who?.name].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </FormStep>
          {signature.followUp !== null && (
            <FormStep number={4} title={adjustmentsWords.steps.again}>
              <p>{[dayWords(signature.followUp.on), signature.followUp.by?.name].filter(Boolean).join(', ')}</p>
              {signature.followUp.betterLooksLike !== null && (
                <p className={styles['small']}>{adjustmentsWords.facts.better(signature.followUp.betterLooksLike)}</p>
              )}
            </FormStep>
          )}
          <FormStep number={5} title={adjustmentsWords.steps.sign}>
            <p>
              {[
                signature.clientView === null ? null : `${adjustmentsWords.sign.view}: ${viewNames[signature.clientView]}`,
                signature.by === null ? null : adjustmentsWords.facts.by(signature.by),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </FormStep>
        </>
      )}
    </>
  );
}
