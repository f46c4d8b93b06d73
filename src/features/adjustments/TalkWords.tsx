import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { methodNames } from '#domain/adjustments/states-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './TalkWords.module.css';

type TalkWordsProps = { page: AdjustmentShown; talk: NonNullable<AdjustmentShown['talk']> };

/** When and how they talked, and the client's own words as they were said. */
export function TalkWords({ page, talk }: TalkWordsProps) {
  const how = talk.method === null ? null : methodNames[talk.method];
  return (
    <div className={styles['talk']}>
      <p className={styles['when']}>{[whenWords(talk.at, page.asOf, page.timeZone), how].filter((part) => part !== null).join(', ')}</p>
      {talk.ownWords === null ? (
        <p className={styles['note']}>{adjustmentsWords.talk.noWords}</p>
      ) : (
        <blockquote className={styles['words']}>{talk.ownWords}</blockquote>
      )}
      {talk.ownWords !== null && talk.mayAppearInExports && <p className={styles['note']}>{adjustmentsWords.talk.exports}.</p>}
    </div>
  );
}
