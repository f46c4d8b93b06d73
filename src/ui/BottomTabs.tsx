import styles from './BottomTabs.module.css';
import { NavigationList } from './NavigationList.tsx';
import type { NavigationItem } from './navigation.ts';

const looks = { list: styles['items'], item: styles['item'], link: styles['link'] };

/** The same places as the rail, along the foot of a phone. */
export function BottomTabs({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav className={styles['tabs']} aria-label={label} data-print="never">
      <NavigationList items={items} looks={looks} />
    </nav>
  );
}
