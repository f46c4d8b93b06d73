import { useEffect, useRef } from 'react';
import { announce } from './announcements.ts';
import { Button } from './Button.tsx';
import { panelWords } from './panel-words.ts';
import styles from './ShowMore.module.css';

type ShowMoreProps = {
  /** Rows on the page now. */
  shown: number;
  /** Rows in all; null while they are being counted, and where nobody counts them. */
  total: number | null;
  /** Null where all are shown. */
  onMore: (() => void) | null;
  isPending: boolean;
};

/** The end of a list that comes in pages: how many of how many are shown, and the way to the next. Nothing where all came at once. */
export function ShowMore({ shown, total, onMore, isPending }: ShowMoreProps) {
  const counted = useRef<HTMLSpanElement>(null);
  const pressed = useRef(false);

  // Whoever shows more hears what came of it, and keeps their place where the button is gone.
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    announce(panelWords.shown(shown, total));
    if (document.activeElement === document.body) counted.current?.focus();
  }, [shown, total]);

  return (
    <div className={styles['end']}>
      <span ref={counted} tabIndex={-1}>
        {panelWords.shown(shown, total)}
      </span>
      {onMore !== null && (
        <Button
          disabled={isPending}
          onClick={() => {
            pressed.current = true;
            onMore();
          }}
        >
          {panelWords.more}
        </Button>
      )}
    </div>
  );
}
