import { useId, type ReactNode } from 'react';
import { figureWords } from './figure-words.ts';
import styles from './Figure.module.css';

type FigureProps = {
  /** The name of the chart for tests and print, "journey". */
  chart: string;
  title: string;
  /** Where the page's own heading already says it. */
  titleHidden?: boolean;
  /** The same facts as the marks, in at most 45 words. */
  summary: ReactNode;
  summaryHidden?: boolean;
  /** The table with the same facts: as many data cells as there are marks. */
  table: ReactNode;
  tableOpen?: boolean | undefined;
  onTable?: ((open: boolean) => void) | undefined;
  /** When it was true and what it rests on. */
  stamp: ReactNode;
  links?: ReactNode;
  children: ReactNode;
};

/** Every chart: a name, a summary, the drawing, its table, and a stamp. */
export function Figure({
  chart,
  title,
  titleHidden,
  summary,
  summaryHidden,
  table,
  tableOpen,
  onTable,
  stamp,
  links,
  children,
}: FigureProps) {
  const id = useId();
  return (
    <figure className={styles['figure']} data-chart={chart} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
      <figcaption id={`${id}-title`} className={titleHidden ? styles['hidden'] : styles['title']}>
        {title}
      </figcaption>
      <p id={`${id}-summary`} className={summaryHidden ? styles['hidden'] : styles['summary']}>
        {summary}
      </p>
      <div className={styles['plot']}>{children}</div>
      <details className={styles['asTable']} open={tableOpen} onToggle={(event) => onTable?.(event.currentTarget.open)}>
        <summary>{figureWords.asTable}</summary>
        {table}
      </details>
      <div className={styles['foot']}>
        <span className={styles['stamp']}>{stamp}</span>
        {links !== undefined && <span className={styles['links']}>{links}</span>}
      </div>
    </figure>
  );
}
