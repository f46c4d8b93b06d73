import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { Button } from '#ui/Button.tsx';
import { says } from './adjustments-words.ts';
import { standingOf } from './banner-words.ts';
import styles from './Notices.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type ChangedNoticeProps = { page: AdjustmentShown; form: AdjustmentForm };

const elsewhere = ['stale', 'wrong-state', 'key-reused'];

/** Somebody else was faster: who did what, and that nothing typed here is lost. */
export function ChangedNotice({ page, form }: ChangedNoticeProps) {
  const { refused, begun, draft } = form;
  const told = refused !== null && elsewhere.includes(refused.code) ? refused.message : null;
  const newer = begun && page.version > draft.version && form.saving === null;
  if (told === null && !newer) return null;
  const open = page.state === 'due' || page.state === 'talked' || page.state === 'follow-up-due' || page.state === 'signed';
  return (
    <div className={styles['notice']} role="alert">
      <p>
        <strong>{says.changed.title}</strong> {told ?? standingOf(page).known} {begun && open && says.changed.kept}
      </p>
      {begun && !open && <p>{[says.changed.notStored, draft.ownWords, draft.explanation, draft.noChangeReason].filter((part) => part !== '').join(' ')}</p>}
      <div className={styles['actions']}>
        {open && <Button onClick={form.goOn}>{says.changed.goOn}</Button>}
        {begun && <Button onClick={form.drop}>{says.changed.drop}</Button>}
      </div>
    </div>
  );
}
