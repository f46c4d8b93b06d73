import type { ReactNode } from 'react';
import { NavigationList } from './NavigationList.tsx';
import type { NavigationItem } from './navigation.ts';
import styles from './Rail.module.css';

const looks = { list: styles['items'], item: styles['item'], link: styles['link'] };

type RailProps = {
  label: string;
  logo: ReactNode;
  items: readonly NavigationItem[];
  /** Below, at the foot: settings, the person. */
  foot?: readonly NavigationItem[];
  /** The "Demo data" badge. */
  badge?: ReactNode;
};

export function Rail({ label, logo, items, foot = [], badge }: RailProps) {
  return (
    <nav className={styles['rail']} aria-label={label} data-print="never">
      <div className={styles['logo']}>{logo}</div>
      <NavigationList items={items} looks={looks} />
      <div className={styles['foot']}>
        <NavigationList items={foot} looks={looks} />
        {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
      </div>
    </nav>
  );
}
