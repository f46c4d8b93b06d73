import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import type { AdjustmentDraft } from './adjustment-draft.ts';
import { sidePanelWords } from './side-panel-words.ts';
import { signedLines } from './signing-words.ts';
import styles from './WhatYouSign.module.css';

type WhatYouSignProps = { page: AdjustmentShown; draft: AdjustmentDraft };

/** Everything that the signature will hold, to be read before it is given. */
export function WhatYouSign({ page, draft }: WhatYouSignProps) {
  const on = dayFrom(draft.followUpOn);
  return (
    <section className={styles['sign']} aria-label={sidePanelWords.willSign}>
      <h2 className={styles['title']}>{sidePanelWords.willSign}</h2>
      <dl className={styles['lines']}>
        {signedLines(draft, page).map(({ label, value }) => (
          <div key={label} className={styles['line']}>
            <dt>{label}</dt>
            <dd data-open={value === null || undefined}>{value ?? sidePanelWords.notChosen}</dd>
          </div>
        ))}
      </dl>
      {on !== null && <p className={styles['then']}>{sidePanelWords.onToday(dayWords(on))}</p>}
    </section>
  );
}
