import type { GoalLine } from '#domain/clients/journey.ts';
import { goalDrawing, goalPath, LEVEL } from './goal-lines.ts';
import styles from './goals.module.css';
import type { LayerProps } from './layer-props.ts';
import { middleOf, type Band } from './tracks.ts';

export function GoalTracks(props: LayerProps) {
  return (
    <g>
      {props.journey.goals.map((goal, index) => {
        const band = props.layout.tracks.goals[index];
        return band === undefined ? null : <Goal key={goal.id} {...props} goal={goal} band={band} />;
      })}
    </g>
  );
}

/** The dashed line is what was expected; the step line is what was reached, faded where nobody has rated for a month. */
function Goal({ journey, layout, x, goal, band }: LayerProps & { goal: GoalLine; band: Band }) {
  const drawing = goalDrawing(goal, x, journey.today);
  const middle = middleOf(band) + 0.5;
  const last = drawing.points.at(-1);
  const y = (level: number): number => middle - level * LEVEL;
  return (
    <g>
      <path className={styles['expected']} d={`M0 ${middle}H${layout.axis.width}`} />
      {last !== undefined && (
        <>
          <path className={styles['line']} d={`${goalPath(drawing, middle)}H${drawing.fadesFrom ?? drawing.end}`} />
          {drawing.fadesFrom !== null && <path className={styles['faded']} d={`M${drawing.fadesFrom} ${y(last.level)}H${drawing.end}`} />}
        </>
      )}
      {drawing.points
        .filter((point) => point.x >= 0 && point.x <= layout.axis.width)
        .map((point) => (
          <g key={point.on} data-mark="goal">
            <rect className={styles['point']} x={point.x - 3.5} y={y(point.level) - 3.5} width={7} height={7} />
            {point.label !== null && (
              <text className={styles['label']} x={point.x + 8} y={point.level > 0 ? y(point.level) + 13 : y(point.level) - 5}>
                {point.label}
              </text>
            )}
          </g>
        ))}
    </g>
  );
}
