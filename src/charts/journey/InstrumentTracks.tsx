import type { InstrumentLine } from '#domain/clients/journey.ts';
import { cutOffLines, instrumentDrawing } from './instrument-lines.ts';
import styles from './instruments.module.css';
import { journeyLabels } from './journey-words.ts';
import type { LayerProps } from './layer-props.ts';
import type { Band } from './tracks.ts';

export function InstrumentTracks(props: LayerProps) {
  return (
    <g>
      {props.journey.instruments.map((line, index) => {
        const band = props.layout.tracks.instruments[index];
        return band === undefined ? null : <Instrument key={line.instrument} {...props} line={line} band={band} />;
      })}
    </g>
  );
}

/** Scores as a line with its numbers, between hairlines at the published cut-offs. No color says good or bad. */
function Instrument({ journey, layout, x, line, band }: LayerProps & { line: InstrumentLine; band: Band }) {
  const { width } = layout.axis;
  const { points, change } = instrumentDrawing(line, x, band, Math.min(width, x(journey.today)), layout.room);
  const end = Math.min(width, x(journey.today)) - 8;
  return (
    <g>
      {cutOffLines(line, band).map((cutOff) => (
        <path key={cutOff.score} className={styles['cutOff']} d={`M0 ${cutOff.y}H${width}`} />
      ))}
      {points.length > 1 && <path className={styles['line']} d={`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`} />}
      {change !== null && (
        <text className={styles['change']} x={end} y={change.y}>
          {change.text}
        </text>
      )}
      {points
        .filter((point) => point.x >= 0 && point.x <= width)
        .map((point) => (
          <g key={point.x} data-mark="score">
            <circle className={styles['point']} cx={point.x} cy={point.y} r={3.4} />
            <text className={styles['score']} x={point.x + 6} y={point.y - 5}>
              {point.score}
            </text>
            {point.item9 !== null && point.item9 > 0 && <Item9 x={point.x} y={point.y} answer={point.item9} />}
          </g>
        ))}
    </g>
  );
}

/** A small flag and its words: an answer above 0 is never left to the line alone. */
function Item9({ x, y, answer }: { x: number; y: number; answer: number }) {
  return (
    <g>
      <path className={styles['pole']} d={`M${x} ${y + 5}v12`} />
      <path className={styles['flag']} d={`M${x} ${y + 6}l7 3l-7 3z`} />
      <text className={styles['item9']} x={x + 10} y={y + 16}>
        {journeyLabels.item9(answer)}
      </text>
    </g>
  );
}
