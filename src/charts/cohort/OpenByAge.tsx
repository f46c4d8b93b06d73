import { figureWords } from '../figure/figure-words.ts';
import { MarkShape } from '../marks/MarkShape.tsx';
import { LEFT, RIGHT, type AnswerPoint, type HourScale } from './answer-layout.ts';
import { answerWords as says } from './answer-words.ts';
import styles from './cohort.module.css';
import { HourTicks } from './HourTicks.tsx';

type OpenByAgeProps = { open: readonly AnswerPoint[]; standard: number; notYetDue: number; room: number; x: HourScale };

/** The results that still wait, each at its age. */
export function OpenByAge({ open, standard, notYetDue, room, x }: OpenByAgeProps) {
  const oldest = open.reduce<number | null>((most, point) => (most === null || point.hours > most ? point.hours : most), null);
  return (
    <>
      <p className={styles['strip']}>
        {says.openNow} <span>{says.open(open.length, oldest, notYetDue)}</span>
      </p>
      <svg className={styles['chart']} role="img" aria-label={figureWords.chart} width={room} height={46}>
        <path className={styles['grid']} d={`M${LEFT} 24H${room - RIGHT}`} />
        <path className={styles['standard']} d={`M${x(standard)} 6V28`} />
        {open.map((point) => (
          <MarkShape key={point.id} counts="open" code="U!" x={x(point.hours)} y={15} size={12} />
        ))}
        <HourTicks y={24} x={x} marked={false} />
      </svg>
    </>
  );
}
