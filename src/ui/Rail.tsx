import type { ReactNode } from 'react';
import styles from './Rail.module.css';

/** What a link of the rail or the tabs is given: spread it on the router's Link. */
export type PlaceLook = { className: string | undefined; children: ReactNode; 'aria-current'?: 'page' };
export type Place = {
  readonly id: string;
  readonly label: string;
  /** An icon of 20. */
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly render: (look: PlaceLook) => ReactNode;
};

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
      <Places places={places} />
      <div className={styles['foot']}>
        <Places places={foot} />
        {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
      </div>
    </nav>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  return (
    <ul role="list" className={styles['places']}>
      {places.map((place) => (
        <li key={place.id} className={styles['place']} data-current={place.current || undefined}>
          {place.render({
            className: styles['link'],
            children: (
              <>
                {place.icon}
                <span>{place.label}</span>
              </>
            ),
            ...(place.current && { 'aria-current': 'page' as const }),
          })}
        </li>
      ))}
    </ul>
  );
}
