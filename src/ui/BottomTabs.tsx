import styles from './BottomTabs.module.css';
import { PlaceList } from './PlaceList.tsx';
import type { Place } from './places.ts';

const looks = { list: styles['places'], place: styles['place'], link: styles['link'] };

/** The same places as the rail, along the foot of a phone. */
export function BottomTabs({ label, places }: { label: string; places: readonly Place[] }) {
  return (
    <nav className={styles['tabs']} aria-label={label} data-print="never">
      <PlaceList places={places} looks={looks} />
    </nav>
  );
}
