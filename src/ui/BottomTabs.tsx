import styles from './BottomTabs.module.css';
import type { Place } from './Rail.tsx';

/** The same places as the rail, along the foot of a phone. */
export function BottomTabs({ label, places }: { label: string; places: readonly Place[] }) {
  return (
    <nav className={styles['tabs']} aria-label={label} data-print="never">
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
    </nav>
  );
}
