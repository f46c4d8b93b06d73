import { figureWords } from '../figure/figure-words.ts';
import {
  curvePath,
  FOOT,
  HOURS,
  LEFT,
  RIGHT,
  shareAt,
  TOP,
  yOfShare,
  type AnswerPoint,
  type CurveStep,
  type HourScale,
  type AnsweredWithin,
} from './answer-layout.ts';
import { answerWords } from './answer-words.ts';
import styles from './cohort.module.css';
import { HourTicks } from './HourTicks.tsx';

type AnswerCurveProps = {
  points: readonly AnswerPoint[];
  curve: readonly CurveStep[];
  median: number | null;
  within: AnsweredWithin;
  room: number;
  x: HourScale;
};

/** The share answered by each hour; a tick where a result is still open. */
export function AnswerCurve({ points, curve, median, within, room, x }: AnswerCurveProps) {
  const standard = x(within.hours);
  const reached = yOfShare(shareAt(curve, within.hours));
  return (
    <svg className={styles['chart']} role="img" aria-label={figureWords.chart} width={room} height={FOOT + 26}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          {share > 0 && <path className={styles['grid']} d={`M${LEFT} ${yOfShare(share)}H${room - RIGHT}`} />}
          <text className={styles['tickEnd']} x={LEFT - 8} y={yOfShare(share) + 4}>
            {answerWords.share(share)}
          </text>
        </g>
      ))}
      <path className={styles['axis']} d={`M${LEFT} ${FOOT}H${room - RIGHT}`} />
      <HourTicks y={FOOT} x={x} />
      {points.length > 0 && <Median at={median} x={x} />}
      <path className={styles['standard']} d={`M${standard} ${TOP}V${FOOT}`} />
      <text className={styles['strong']} x={standard + 6} y={TOP - 4}>
        {answerWords.standard(within.hours)}
      </text>
      <path className={styles['curve']} d={curvePath(curve, x)} />
      {points.map((point) => {
        const y = yOfShare(shareAt(curve, point.hours));
        return point.answered ? (
          <circle key={point.id} data-mark="answered" className={styles['step']} cx={x(point.hours)} cy={y} r={0.9} />
        ) : (
          <path key={point.id} className={styles['censored']} d={`M${x(point.hours)} ${y - 6}v12`} />
        );
      })}
      <circle className={styles['reached']} cx={standard} cy={reached} r={4} />
      <text className={styles['reachedText']} x={standard + 10} y={Math.min(reached + 18, FOOT - 6)}>
        {answerWords.within(within.answered, within.of, within.hours)}
      </text>
    </svg>
  );
}

function Median({ at, x }: { at: number | null; x: HourScale }) {
  return (
    <>
      {at !== null && at <= HOURS && <path className={styles['drop']} d={`M${LEFT} ${yOfShare(0.5)}H${x(at)}V${FOOT}`} />}
      <text className={styles['tickStart']} x={LEFT + 6} y={yOfShare(0.5) - 5}>
        {answerWords.median(at)}
      </text>
    </>
  );
}
