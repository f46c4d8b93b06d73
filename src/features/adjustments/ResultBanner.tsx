import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { Mark } from '#charts/marks/Mark.tsx';
import { spokenMark } from '#domain/drug-screens/words.ts';
import { promise } from '#domain/adjustments/states-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import { hintLines, joinedWords, openedBy, bannerOf } from './banner-words.ts';
import styles from './ResultBanner.module.css';

/** What happened, what is owed and by when, and what the result is: a prompt, nothing more. */
export function ResultBanner({ page, fresh }: { page: AdjustmentShown; /** Signed just now, so the mark cools once. */ fresh: boolean }) {
  const { known, task, until } = bannerOf(page);
  const open = page.state === 'due' || page.state === 'talked';
  return (
    <div className={styles['banner']}>
      <span key={page.mark} className={fresh ? styles['fresh'] : undefined}>
        {page.mark !== '_' && (
          <Mark code={page.mark} size={20} presumptive={page.event?.presumptive === true} label={spokenMark(page.mark, null)} />
        )}
      </span>
      <div className={styles['words']}>
        <p className={styles['opened']}>{openedBy(page)}</p>
        <p className={styles['status']}>
          {known} {task !== null && <strong className={styles['task']}>{task}</strong>} {until !== null && `(${until})`}
        </p>
        {hintLines(page).map((line) => (
          <p key={line} className={styles['status']}>
            {line}
          </p>
        ))}
        {joinedWords(page).map((line) => (
          <p key={line} className={styles['status']}>
            {line}
          </p>
        ))}
        {open && (
          <p className={styles['promise']}>
            {page.event === null ? adjustmentsWords.promiseByHand(page.client.called) : promise(page.client.called).replaceAll("'", '’')}
          </p>
        )}
      </div>
    </div>
  );
}
