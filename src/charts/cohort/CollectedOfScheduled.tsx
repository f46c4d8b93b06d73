import type { ReactNode } from 'react';
import type { MarkCode } from '#domain/drug-screens/interpret.ts';
import { Figure } from '../figure/Figure.tsx';
import { FigureTable } from '../figure/FigureTable.tsx';
import { figureWords } from '../figure/figure-words.ts';
import { useRoom } from '../figure/use-room.ts';
import { Mark } from '../marks/Mark.tsx';
import { MarkShape } from '../marks/MarkShape.tsx';
import {
  collectedBars,
  countScale,
  FOOT,
  GUTTER,
  PAIR_ROOM,
  TOP,
  USUAL_WIDTH,
  type CollectedBar,
  type CollectedWeek,
} from './collected-layout.ts';
import { collectedWords } from './collected-words.ts';
import styles from './cohort.module.css';

type CollectedProps = {
  /** Oldest first. */
  weeks: readonly CollectedWeek[];
  /** How many of the latest weeks the printed figure counts: bracketed. */
  latest?: number;
  summary?: ReactNode;
  stamp: ReactNode;
  links?: ReactNode;
};

const gaps = [
  { mark: 'O', count: (week: CollectedWeek) => week.notCollected, name: collectedWords.notCollected },
  { mark: 'D', count: (week: CollectedWeek) => week.declined, name: collectedWords.declined },
  { mark: 'B', count: (week: CollectedWeek) => week.unable, name: collectedWords.unable },
] as const satisfies readonly { mark: MarkCode; count: (week: CollectedWeek) => number; name: string }[];

const HEIGHT = FOOT + 104;

/** Outline scheduled, filled collected, and below each week why the rest wasn't. */
export function CollectedOfScheduled({ weeks, latest = 4, summary, stamp, links }: CollectedProps) {
  const [room, measure] = useRoom(USUAL_WIDTH);
  return (
    <Figure
      chart="collected-of-scheduled"
      title={collectedWords.title}
      summary={summary ?? collectedWords.summary(weeks.slice(-latest))}
      stamp={stamp}
      links={links}
      table={<CollectedTable weeks={weeks} />}
    >
      <div ref={measure}>{room !== null && <Bars weeks={weeks} latest={latest} room={room} />}</div>
      <p className={styles['key']}>
        <span>{collectedWords.key(latest)}</span>
        {gaps.map((gap) => (
          <span key={gap.mark}>
            <Mark code={gap.mark} size={12} /> {gap.name}
          </span>
        ))}
      </p>
    </Figure>
  );
}

function Bars({ weeks, latest, room }: { weeks: readonly CollectedWeek[]; latest: number; room: number }) {
  const { top, ticks } = countScale(weeks);
  const bars = collectedBars(weeks, top, room);
  const [first, last] = [bars.slice(-latest)[0], bars.at(-1)];
  const y = (count: number): number => FOOT - (count / top) * (FOOT - TOP);
  return (
    <svg className={styles['chart']} role="img" aria-label={figureWords.chart} width={room} height={HEIGHT}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? styles['axis'] : styles['grid']} d={`M${GUTTER - 4} ${y(tick)}H${room}`} />
          <text className={styles['tickEnd']} x={GUTTER - 10} y={y(tick) + 4}>
            {tick}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <Week key={bar.week.week} bar={bar} />
      ))}
      {first !== undefined && last !== undefined && (
        <path className={styles['bracket']} d={`M${first.x} ${FOOT + 22}v4H${last.x + last.width}v-4`} />
      )}
    </svg>
  );
}

function Week({ bar }: { bar: CollectedBar }) {
  const { week, x, width, pitch, scheduled, collected } = bar;
  const middle = x + width / 2;
  return (
    <g>
      <rect data-mark="scheduled" className={styles['scheduled']} x={x} y={FOOT - scheduled} width={width} height={scheduled} />
      <rect data-mark="collected" className={styles['collected']} x={x + 3} y={FOOT - collected} width={width - 6} height={collected} />
      {pitch < PAIR_ROOM ? (
        <text className={styles['value']} y={FOOT - scheduled - 19}>
          <tspan x={middle}>{week.collected}</tspan>
          <tspan x={middle} dy={13}>
            /{week.scheduled}
          </tspan>
        </text>
      ) : (
        <text className={styles['value']} x={middle} y={FOOT - scheduled - 6}>
          {week.collected}/{week.scheduled}
        </text>
      )}
      <text className={styles['tick']} x={middle} y={FOOT + 16}>
        {collectedWords.week(week)}
      </text>
      {gaps.map((gap, index) => (
        <g key={gap.mark} data-mark={gap.name}>
          <MarkShape code={gap.mark} x={middle - 9} y={FOOT + 46 + index * 20} size={11} />
          <text className={styles['gapCount']} x={middle + 3} y={FOOT + 50 + index * 20}>
            {gap.count(week)}
          </text>
        </g>
      ))}
    </g>
  );
}

function CollectedTable({ weeks }: { weeks: readonly CollectedWeek[] }) {
  return (
    <FigureTable
      caption={collectedWords.title}
      columns={Object.entries(collectedWords.heads).map(([key, head]) => ({ key, head, number: key !== 'week' }))}
      rows={weeks.map((week) => ({
        key: week.week,
        head: collectedWords.week(week),
        cells: [
          { content: week.scheduled, mark: true },
          { content: week.collected, mark: true },
          ...gaps.map((gap) => ({ content: gap.count(week), mark: true })),
          { content: week.excused },
          { content: week.cancelled },
        ],
      }))}
    />
  );
}
