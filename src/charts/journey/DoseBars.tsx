import { addDays } from '#domain/calendar/calendar.ts';
import { journeyLabels } from './journey-words.ts';
import type { LayerProps } from './layer-props.ts';
import type { MatrixRow } from './matrix.ts';
import styles from './matrix.module.css';
import { textWidth } from './text-width.ts';
import type { Band } from './tracks.ts';

/** What was prescribed and since when, above the marks it should make. */
export function DoseBars({ journey, layout, x, row, band }: LayerProps & { row: MatrixRow; band: Band }) {
  const { axis } = layout;
  const end = Math.min(axis.width, x(journey.today, 0.5));
  const doses = journey.doses.filter((dose) => dose.analytes.includes(row.analyte)).toSorted((a, b) => a.from.localeCompare(b.from));
  return (
    <g>
      {doses.map((dose) => {
        const from = Math.max(0, x(dose.from));
        const to = dose.to === null ? end : Math.min(axis.width, x(addDays(dose.to, 1)) - 2);
        if (to <= 0 || from >= axis.width) return null;
        const text = journeyLabels.dose(dose.dose, dose.from);
        return (
          <g key={`${dose.medication} ${dose.from}`} data-mark="dose">
            <rect className={styles['dose']} x={from} y={band.top + 6} width={Math.max(2, to - from)} height={3} />
            {textWidth(text, 12) + 4 <= to - from && (
              <text className={styles['doseText']} x={from + 4} y={band.top + 20}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
