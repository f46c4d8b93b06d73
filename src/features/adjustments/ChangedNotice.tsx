import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { Button } from '#ui/Button.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { bannerOf } from './banner-words.ts';
import styles from './Notices.module.css';
import type { AdjustmentDraft } from './adjustment-draft.ts';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ChangedNoticeProps = { page: AdjustmentShown; form: AdjustmentForm };

const elsewhere = ['stale', 'wrong-state', 'key-reused'];

/** Somebody else was faster: who did what, and that nothing typed here is lost. */
export function ChangedNotice({ page, form }: ChangedNoticeProps) {
  const { refused, begun, draft } = form;
  const message = refused !== null && elsewhere.includes(refused.code) ? refused.message : null;
  const newer = begun && page.version > draft.version && form.saving === null;
  if (message === null && !newer) return null;
  const open = page.state === 'due' || page.state === 'talked' || page.state === 'follow-up-due' || page.state === 'signed';
  const lost = wordsWithoutField(draft, page, open);
  return (
    <div className={styles['notice']} role="alert">
      <p>
        <strong>{adjustmentsWords.changed.title}</strong> {message ?? bannerOf(page).known} {begun && open && adjustmentsWords.changed.kept}
      </p>
      {lost.length > 0 && (
        <div>
          <p>{adjustmentsWords.changed.notStored}</p>
          {lost.map((words) => (
            <blockquote key={words} className={styles['lost']}>
              {words}
            </blockquote>
          ))}
        </div>
      )}
      <div className={styles['actions']}>
        {open && <Button onClick={form.goOn}>{adjustmentsWords.changed.goOn}</Button>}
        {begun && <Button onClick={form.drop}>{adjustmentsWords.changed.drop}</Button>}
      </div>
    </div>
  );
}

/** Typed words whose field is gone from the page because somebody else took that step. They are shown, so that they can be copied. */
function wordsWithoutField(draft: AdjustmentDraft, page: AdjustmentShown, open: boolean): readonly string[] {
  const talk = page.talk !== null && !draft.talkStored ? [draft.ownWords] : [];
  const others = open
    ? []
    : [draft.explanation, draft.noChangeReason, draft.betterLooksLike, ...Object.values(draft.changes).map(({ what }) => what)];
  return [...talk, ...others].filter((words) => words.trim() !== '');
}
