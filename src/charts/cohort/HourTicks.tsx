import { HOURS, type HourScale } from './answer-layout.ts';
import { answerWords } from './answer-words.ts';
import styles from './cohort.module.css';

const days = Array.from({ length: HOURS / 24 + 1 }, (_, day) => day * 24);

/** A tick and its hour every day. The last label ends at its tick, so that it stays inside the figure. */
export function HourTicks({ y, x, marked = true }: { y: number; x: HourScale; marked?: boolean }) {
  return (
    <g>
      {days.map((hours) => (
        <g key={hours}>
          {marked && <path className={styles['axis']} d={`M${x(hours)} ${y}v4`} />}
          <text className={hours === HOURS ? styles['tickEnd'] : styles['tick']} x={x(hours)} y={y + 18}>
            {answerWords.hour(hours)}
          </text>
        </g>
      ))}
    </g>
  );
}
