import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './KeptPage.module.css';
import { PortalHost } from './portal-host.ts';

type KeptPageProps = { shown: boolean; children: ReactNode };

/**
 * A page that can be taken out of the document whole and put back as it was: what is half typed, the dialog that is open, the cell that
 * has the keyboard. While it is out, nothing of it is in the document.
 */
export function KeptPage({ shown, children }: KeptPageProps) {
  const [page] = useState(newPage);
  return (
    <>
      <Slot page={page} shown={shown} />
      {createPortal(<PortalHost value={page.element}>{children}</PortalHost>, page.element)}
    </>
  );
}

type Page = { readonly element: HTMLElement; readonly field: () => HTMLElement | null };
type Left = {
  readonly field: HTMLElement | null;
  readonly scrolled: readonly { readonly element: Element; readonly top: number; readonly left: number }[];
  readonly top: number;
};

/** Stands before the page's own elements, so that they are in the document before any of them measures itself. */
function Slot({ page, shown }: { page: Page; shown: boolean }) {
  const slot = useRef<HTMLDivElement>(null);
  const left = useRef<Left | null>(null);

  // Elements are moved before anything is painted: the lock and the page are never seen together.
  useLayoutEffect(() => {
    if (!shown) return;
    slot.current?.append(page.element);
    if (left.current !== null) comeBack(left.current);
    return () => {
      left.current = { field: page.field(), scrolled: scrolledIn(page.element), top: window.scrollY };
      page.element.remove();
    };
  }, [shown, page]);

  return <div ref={slot} className={styles['page']} />;
}

/** The page's own element, and the last of its fields that had the keyboard: a button beside the page took it only to lock. */
function newPage(): Page {
  const element = document.createElement('div');
  element.className = styles['page'] ?? '';
  let last: HTMLElement | null = null;
  element.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest('main, [role="dialog"]') !== null) last = target;
  });
  return { element, field: () => last };
}

const scrolledIn = (page: Element): Left['scrolled'] =>
  [...page.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));

function comeBack({ field, scrolled, top }: Left): void {
  for (const one of scrolled) one.element.scrollTo({ top: one.top, left: one.left });
  window.scrollTo({ top });
  field?.focus({ preventScroll: true });
}
