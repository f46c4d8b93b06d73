import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { use, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { PortalHost } from './portal-host.ts';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The word on the button that closes: "Close". */
  closeLabel: string;
  /** `side` opens beside the list it explains; `top` is a search field with its answers. */
  look?: 'center' | 'side' | 'top';
  children: ReactNode;
  actions?: ReactNode;
};

/** Opened by the reader, never by the program. Escape and the scrim close it, and focus goes back where it came from. */
export function Dialog({ open, onClose, title, closeLabel, look = 'center', children, actions }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  // A form starts at its first answer, except where a finger opened it and the keyboard would cover it.
  const firstField = (how: string) => (how === 'touch' ? true : (firstAnswer(body.current) ?? true));
  const host = use(PortalHost);
  // While its page is out of the document, what is pressed elsewhere closes nothing.
  const change = (next: boolean) => {
    if (!next && body.current?.isConnected !== false) onClose();
  };
  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Portal {...(host === undefined ? {} : { container: host })}>
        <Base.Backdrop className={styles['scrim'] ?? ''} />
        <Base.Popup className={`${styles['popup']} ${styles[look]}`} initialFocus={firstField}>
          <div className={styles['head']}>
            <Base.Title className={styles['title'] ?? ''}>{title}</Base.Title>
            <Base.Close render={<IconButton tone="quiet" label={closeLabel} icon={<X size={16} aria-hidden="true" />} />} />
          </div>
          <div ref={body} className={styles['body']}>
            {children}
          </div>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Of a group of choices the one that is chosen is where the keyboard stands. */
function firstAnswer(body: HTMLElement | null): HTMLElement | null {
  const first = body?.querySelector<HTMLElement>('[data-first], input, select, textarea') ?? null;
  if (!first?.matches('[type="radio"]')) return first;
  return first.closest('fieldset')?.querySelector<HTMLElement>('[type="radio"]:checked') ?? first;
}
