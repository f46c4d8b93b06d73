import { figureWords } from '../figure/figure-words.ts';
import { MarkShape } from '../marks/MarkShape.tsx';
import { heapsOf, LEFT, RIGHT, type HourScale, type OpenAge } from './answer-layout.ts';
import { answerWords } from './answer-words.ts';
import styles from './cohort.module.css';
import { HourTicks } from './HourTicks.tsx';

type OpenByAgeProps = { ages: readonly OpenAge[]; standard: number; room: number; x: HourScale };

/** The results that still wait, each at its age. */
export function OpenByAge({ ages, standard, room, x }: OpenByAgeProps) {
  const sum = (some: readonly OpenAge[]) => some.reduce((total, { results }) => total + results, 0);
  const oldest = ages.reduce<number | null>((most, { hours }) => Math.max(most ?? 0, hours), null);
  const notYetDue = sum(ages.filter(({ hours }) => hours < standard));
  return (
    <>
      <p className={styles['strip']}>
        {answerWords.openNow} <span>{answerWords.open(sum(ages), oldest, notYetDue)}</span>
      </p>
      <svg className={styles['chart']} role="img" aria-label={figureWords.chart} width={room} height={56}>
        <path className={styles['grid']} d={`M${LEFT} 34H${room - RIGHT}`} />
        <path className={styles['standard']} d={`M${x(standard)} 16V38`} />
        {ages.map(({ hours }) => (
          <MarkShape key={hours} counts="open" code="U!" x={x(hours)} y={25} size={12} />
        ))}
        {heapsOf(
          ages.map(({ hours }) => x(hours)),
          ages.map(({ results }) => results),
        ).map(({ at, count }) => (
          <text key={at} className={styles['value']} x={at} y={12}>
            {count}
          </text>
        ))}
        <HourTicks y={34} x={x} marked={false} />
      </svg>
    </>
  );
}
