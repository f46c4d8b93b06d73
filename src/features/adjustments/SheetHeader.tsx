import X from 'lucide-react/icons/x';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './SheetHeader.module.css';

type SheetHeaderProps = { page: AdjustmentShown; unsaved: boolean; onClose: () => void };

/** Whose plan this is, by two identifiers. */
export function SheetHeader({ page, unsaved, onClose }: SheetHeaderProps) {
  const { name, pronouns, chartNumber, bornOn, called } = page.client;
  const identity = [
    name,
    pronouns,
    adjustmentsWords.chart(chartNumber),
    bornOn === null ? null : adjustmentsWords.born(dayWithYear(bornOn)),
  ];
  const code = adjustmentsWords.code(page.number);
  const toSign = page.state === 'due' || page.state === 'talked';
  return (
    <PageHeader
      eyebrow={identity.filter((part) => part !== null).join(' · ')}
      title={toSign ? adjustmentsWords.title(called) : adjustmentsWords.titleOf(called, page.number)}
      actions={
        <>
          <span className={styles['code']}>
            {unsaved ? `${code} · ${toSign ? adjustmentsWords.unsigned : adjustmentsWords.unsaved}` : code}
          </span>
          <Button icon={<X size={16} aria-hidden="true" />} keyHint="Esc" aria-keyshortcuts="Escape" onClick={onClose}>
            {adjustmentsWords.close}
          </Button>
        </>
      }
    />
  );
}
