import { cloneElement, lazy, Suspense, useState, type ReactElement } from 'react';
import type { MenuProps } from './Menu.tsx';

const Menu = lazy(async () => ({ default: (await import('./Menu.tsx')).Menu }));

/** A menu whose code is fetched when its button is first pressed. */
export function MenuLater({
  trigger,
  items,
}: Omit<MenuProps, 'startsOpen' | 'trigger'> & { trigger: ReactElement<{ onClick?: () => void }> }) {
  const [wanted, setWanted] = useState(false);
  const button = cloneElement(trigger, { onClick: () => setWanted(true) });
  if (!wanted) return button;
  return (
    <Suspense fallback={trigger}>
      <Menu trigger={trigger} items={items} startsOpen />
    </Suspense>
  );
}
