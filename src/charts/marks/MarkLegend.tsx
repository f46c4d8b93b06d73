import type { ReactNode } from 'react';
import { markNames } from '#domain/drug-screens/words.ts';
import type { MarkCode } from '#domain/drug-screens/interpret.ts';
import { Mark } from './Mark.tsx';
import styles from './MarkLegend.module.css';

type MarkLegendProps = {
  codes: readonly MarkCode[];
  /** Print the letter code beside each mark. */
  withCodes?: boolean;
  label: string;
  children?: ReactNode;
};

export function MarkLegend({ codes, withCodes = false, label, children }: MarkLegendProps) {
  return (
    <ul role="list" className={styles['legend']} aria-label={label}>
      {codes.map((code) => (
        <li key={code} className={styles['entry']}>
          <Mark code={code} size={12} />
          <span className={withCodes ? styles['shown'] : styles['printed']}>{code}</span>
          {markNames[code]}
        </li>
      ))}
      {children}
    </ul>
  );
}
