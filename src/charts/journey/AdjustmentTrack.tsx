import { adjustmentLanes, type PlacedAdjustment } from './adjustment-lanes.ts';
import styles from './adjustments.module.css';
import type { LayerProps } from './layer-props.ts';
import { LANE } from './tracks.ts';

const BOX = 23;

/** A flag at the result, a span from signing, dashed while the team still owes a talk or a signature. */
export function AdjustmentTrack({ layout, x }: LayerProps) {
  const { axis, tracks } = layout;
  return (
    <g>
      {adjustmentLanes(layout.facts.adjustments, x, axis.width).map((placed) => (
        <Adjustment key={placed.adjustment.id} placed={placed} top={tracks.adjustments.top + 15.5 + placed.lane * LANE} />
      ))}
    </g>
  );
}

function Adjustment({ placed, top }: { placed: PlacedAdjustment; top: number }) {
  const { adjustment, tone, flag, span, label } = placed;
  return (
    <g className={styles[tone]} data-mark="adjustment" data-state={adjustment.state}>
      {span !== null && (
        <>
          <rect className={styles['tint']} x={span.from} y={top} width={span.to - span.from} height={BOX} />
          <path className={styles['edge']} d={`M${span.to} ${top}H${span.from}V${top + BOX}H${span.to}${span.open ? '' : 'Z'}`} />
        </>
      )}
      <path className={styles['pole']} d={`M${flag} ${top - 10}V${top + BOX}`} />
      <path className={styles['flag']} d={`M${flag} ${top - 10}l11 4.8l-11 4.8z`} />
      <text className={styles['label']} x={label.x} y={top + 16} textAnchor={label.anchor}>
        {adjustment.label}
      </text>
    </g>
  );
}
