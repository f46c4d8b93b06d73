import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Journey } from '#domain/clients/journey.ts';
import { useLater } from '../figure/use-later.ts';
import { Gutter } from './Gutter.tsx';
import type { JourneyLayout } from './journey-layout.ts';
import styles from './JourneyPlot.module.css';
import { JourneyChart } from './JourneyChart.tsx';
import { matrixCells, type MatrixCell } from './matrix-cells.ts';
import { MatrixGrid, type OpenedMark } from './MatrixGrid.tsx';

type JourneyPlotProps = {
  journey: Journey;
  layout: JourneyLayout;
  onOpen: ((mark: OpenedMark) => void) | undefined;
  onShowRows: (() => void) | undefined;
};

// Pointing at a mark changes one line of text: the drawing below it stays as it is.
const Chart = memo(JourneyChart);

/** Labels that stay, a plot that scrolls where the screen is narrow, and one line that reads out the mark pointed at. */
export function JourneyPlot({ journey, layout, onOpen, onShowRows }: JourneyPlotProps) {
  const [pointed, setPointed] = useState<MatrixCell | null>(null);
  // The drawing first: the grid over it follows a frame later.
  const drawn = useLater(true);
  const walked = useDeferredValue(drawn ? layout : null, null);
  const cells = useMemo(() => (walked === null ? null : matrixCells(walked)), [walked]);
  const { tracks, axis } = layout;
  const rules = [
    tracks.collection.top,
    tracks.note.top,
    tracks.adjustments.top,
    ...tracks.goals.map((band) => band.top),
    ...tracks.instruments.map((band) => band.top),
    tracks.axis.top,
  ];
  return (
    <>
      <div ref={atNewest} className={styles['scroll']}>
        <div className={styles['tracks']} style={{ height: tracks.height }}>
          <Gutter journey={journey} layout={layout} onShowRows={onShowRows} />
          <div className={styles['plot']} style={{ width: axis.width, height: tracks.height }}>
            <Chart journey={journey} layout={layout} />
            {cells !== null && <MatrixGrid cells={cells} onOpen={onOpen} onPoint={setPointed} />}
          </div>
          {[...new Set(rules)].map((top) => (
            <div key={top} className={styles['rule']} style={{ top }} />
          ))}
        </div>
      </div>
      <p className={styles['readout']} aria-hidden="true">
        {pointed?.name}
      </p>
    </>
  );
}

/** Where the plot is wider than the screen it opens at its newest end. */
const atNewest = (element: HTMLElement | null) => {
  if (element !== null) element.scrollLeft = element.scrollWidth;
};
