import type { InstrumentLine } from '#domain/clients/journey.ts';
import styles from './Gutter.module.css';
import { cutOffLines } from './instrument-lines.ts';
import type { Band } from './tracks.ts';

/** The instrument's name, and its published cut-offs at their own heights. */
export function InstrumentGutter({ line, band }: { line: InstrumentLine; band: Band | undefined }) {
  if (band === undefined) return null;
  return (
    <>
      <div className={styles['row']} style={{ top: band.top + 16 }}>
        <span className={styles['name']}>{line.instrument}</span>
      </div>
      {cutOffLines(line, band).map((cutOff) => (
        <span key={cutOff.score} className={styles['cutOff']} style={{ top: cutOff.y }}>
          {cutOff.name} {cutOff.score}
        </span>
      ))}
    </>
  );
}
