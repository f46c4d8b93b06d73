import styles from './Gutter.module.css';
import { middleOf, type Band } from './tracks.ts';

type GutterRowProps = {
  band: Band | undefined;
  name: string;
  count?: string | undefined;
  strong?: boolean;
  faint?: boolean;
  /** Where the label isn't in the middle of its track: pixels from the top. */
  top?: number;
};

export function GutterRow({ band, name, count, strong, faint, top }: GutterRowProps) {
  if (band === undefined || band.height === 0) return null;
  return (
    <div className={styles['row']} style={{ top: top === undefined ? middleOf(band) : band.top + top }}>
      <span className={`${styles['name']} ${strong ? styles['strong'] : ''} ${faint ? styles['faint'] : ''}`} title={name}>
        {name}
      </span>
      {count !== undefined && <span className={styles['count']}>{count}</span>}
    </div>
  );
}
