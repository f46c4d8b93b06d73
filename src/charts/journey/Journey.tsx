import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Journey as JourneyFacts } from '#domain/clients/journey.ts';
import { Figure } from '../figure/Figure.tsx';
import { useLater } from '../figure/use-later.ts';
import { useRoom } from '../figure/use-room.ts';
import { journeyLayout } from './journey-layout.ts';
import { journeyBasis, journeyLabels, journeySummary } from './journey-words.ts';
import { JourneyPlot } from './JourneyPlot.tsx';
import { JourneyTables } from './JourneyTables.tsx';
import type { OpenedMark } from './MatrixGrid.tsx';
import { PrintedCodes } from './PrintedCodes.tsx';
import { TimeRange, type ShownDays } from './TimeRange.tsx';

export type JourneyProps = {
  journey: JourneyFacts;
  /** The days shown, from the address. */
  shown: ShownDays;
  onShow: (days: ShownDays) => void;
  /** The analytes shown; null for those that say something. */
  analytes: readonly string[] | null;
  onShowRows?: (() => void) | undefined;
  onOpen?: ((mark: OpenedMark) => void) | undefined;
  /** 'As of 8:02 am' */
  asOf: ReactNode;
  tableOpen?: boolean | undefined;
  onTable?: ((open: boolean) => void) | undefined;
  links?: ReactNode;
  /** What stands in the place of the drawing until it is there. */
  waiting: ReactNode;
};

const GUTTER = 148;
const MARGIN = 10;
const USUAL_WIDTH = 1128;

/** Hours, screens, plan changes, goals and instruments of one person on one axis of time. */
export function Journey({ journey, shown, onShow, analytes, onShowRows, onOpen, asOf, tableOpen, onTable, links, waiting }: JourneyProps) {
  const [measured, measure] = useRoom(USUAL_WIDTH);
  // Drawn in slices: a page that is measured and drawn in one go holds a reader up.
  const room = useDeferredValue(measured, null);
  const { from, to } = shown;
  const layout = useMemo(
    () => (room === null ? null : journeyLayout(journey, { from, to, analytes }, room - GUTTER - MARGIN)),
    [journey, from, to, analytes, room],
  );
  // The table is in the page for print and for tests, and never keeps the drawing waiting.
  const drawn = useLater(layout !== null);
  const tableLayout = useDeferredValue(drawn ? layout : null, null);

  return (
    <Figure
      chart="journey"
      title={journeyLabels.title(from, to)}
      titleHidden
      summary={journeySummary(layout?.facts ?? journey)}
      summaryHidden
      table={tableLayout !== null && <JourneyTables journey={journey} layout={tableLayout} />}
      tableOpen={tableOpen}
      onTable={onTable}
      stamp={[asOf, ...journeyBasis(layout?.facts ?? journey)].map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
      links={links}
    >
      <div ref={measure}>
        {layout === null && waiting}
        {layout !== null && <JourneyPlot journey={journey} layout={layout} onOpen={onOpen} onShowRows={onShowRows} />}
        {tableLayout !== null && <PrintedCodes layout={tableLayout} />}
        <TimeRange whole={{ from: journey.from, to: journey.to }} shown={shown} onShow={onShow} />
      </div>
    </Figure>
  );
}
