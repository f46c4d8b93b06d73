import type { ReactNode } from 'react';
import { PlaceList } from './PlaceList.tsx';
import type { Place } from './places.ts';
import styles from './Rail.module.css';

const looks = { list: styles['places'], place: styles['place'], link: styles['link'] };

type RailProps = {
  label: string;
  logo: ReactNode;
  places: readonly Place[];
  /** Below, at the foot: settings, the person. */
  foot?: readonly Place[];
  /** The "Demo data" badge. */
  badge?: ReactNode;
};

export function Rail({ label, logo, places, foot = [], badge }: RailProps) {
  return (
    <nav className={styles['rail']} aria-label={label} data-print="never">
      <div className={styles['logo']}>{logo}</div>
      <PlaceList places={places} looks={looks} />
      <div className={styles['foot']}>
        <PlaceList places={foot} looks={looks} />
        {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
      </div>
    </nav>
  );
}
