import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import styles from './Menu.module.css';

export type MenuItem = { readonly id: string; readonly label: ReactNode; readonly onChoose: () => void; readonly disabled?: boolean };
export type MenuProps = {
  /** The button that opens it: an element that takes a ref and button props. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  startsOpen?: boolean;
};

/** A short list of things to do. Arrow keys move, letters jump, Escape closes and gives the focus back. */
export function Menu({ trigger, items, startsOpen = false }: MenuProps) {
  return (
    <Base.Root defaultOpen={startsOpen} modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles['place'] ?? ''} align="end" sideOffset={4}>
          <Base.Popup className={styles['menu'] ?? ''}>
            {items.map((item) => (
              <Base.Item key={item.id} className={styles['item'] ?? ''} disabled={item.disabled ?? false} onClick={item.onChoose}>
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
