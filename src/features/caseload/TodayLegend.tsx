import { MarkLegend } from '#charts/marks/MarkLegend.tsx';
import styles from './Today.module.css';

/** What the marks of a row mean. */
export function TodayLegend() {
  return (
    <div className={styles['legend']}>
      <MarkLegend label="Marks" codes={['E', 'U!', 'U+', 'U', 'O', 'X', 'K', 'B']} />
      <p>line = prescribed hours; outlined week = under 75%; dotted tick = presumptive; underlined = newest</p>
    </div>
  );
}
