import { figureWords } from '../figure/figure-words.ts';
import { MarkShape } from '../marks/MarkShape.tsx';
import { heapsOf, LEFT, RIGHT, type HourScale } from './answer-layout.ts';
import { answerWords } from './answer-words.ts';
import styles from './cohort.module.css';
import { HourTicks } from './HourTicks.tsx';

type OpenByAgeProps = { ages: readonly number[]; standard: number; room: number; x: HourScale };

/** The results that still wait, each at its age. */
export function OpenByAge({ ages, standard, room, x }: OpenByAgeProps) {
  const oldest = ages.length === 0 ? null : Math.max(...ages);
  const notYetDue = ages.filter((hours) => hours < standard).length;
  return (
    <>
      <p className={styles['strip']}>
        {answerWords.openNow} <span>{answerWords.open(ages.length, oldest, notYetDue)}</span>
      </p>
      <svg className={styles['chart']} role="img" aria-label={figureWords.chart} width={room} height={56}>
        <path className={styles['grid']} d={`M${LEFT} 34H${room - RIGHT}`} />
        <path className={styles['standard']} d={`M${x(standard)} 16V38`} />
        {ages.map((hours, index) => (
          <MarkShape key={index} counts="open" code="U!" x={x(hours)} y={25} size={12} />
        ))}
        {heapsOf(ages.map(x)).map(({ at, count }) => (
          <text key={at} className={styles['value']} x={at} y={12}>
            {count}
          </text>
        ))}
        <HourTicks y={34} x={x} marked={false} />
      </svg>
    </>
  );
}
