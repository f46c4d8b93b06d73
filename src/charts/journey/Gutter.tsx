import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { screenCounts } from '#domain/drug-screens/counts.ts';
import type { Journey } from '#domain/clients/journey.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import { phaseWeek } from '#domain/phases/phases.ts';
import styles from './Gutter.module.css';
import { GutterRow } from './GutterRow.tsx';
import { InstrumentGutter } from './InstrumentGutter.tsx';
import { levelText } from './goal-lines.ts';
import type { JourneyLayout } from './journey-layout.ts';
import { journeyLabels, moreAnalytes } from './journey-words.ts';
import type { MatrixRow } from './matrix.ts';
import type { Tracks } from './tracks.ts';

type GutterProps = {
  journey: Journey;
  layout: JourneyLayout;
  onShowRows?: (() => void) | undefined;
};

/** The labels of the tracks with their counts. Read by the eye: the table says the same to the ear. */
export function Gutter({ journey, layout, onShowRows }: GutterProps) {
  const { facts, rows, collapsed, tracks } = layout;
  const phase = journey.phases.findLast((span) => span.from <= journey.today);
  const screens = screenCounts(facts.screens);
  return (
    <div className={styles['gutter']} style={{ height: tracks.height }}>
      <div aria-hidden="true">
        <GutterRow band={tracks.head} name={journeyLabels.weekOf} faint />
        <GutterRow
          band={tracks.phase}
          name={journeyLabels.phase}
          count={phase && journeyLabels.phaseWeek(phaseWeek(phase.from, journey.today, journey.leaves))}
        />
        <HoursLabels layout={layout} />
        <GutterRow
          band={tracks.collection}
          name={journeyLabels.collection}
          strong
          count={journeyLabels.count(screens.collected, screens.due)}
        />
        {rows.map((row, index) => (
          <AnalyteLabel key={row.analyte} row={row} band={tracks.rows[index]} />
        ))}
        <GutterRow band={tracks.adjustments} name={journeyLabels.adjustments} count={String(facts.adjustments.length)} top={27} />
        {journey.goals.map((goal, index) => {
          const rating = latestRating(goal.ratings, journey.today);
          return (
            <GutterRow
              key={goal.id}
              band={tracks.goals[index]}
              name={`${goal.number} ${goal.title}`}
              count={rating === null ? undefined : levelText(rating.level)}
            />
          );
        })}
        {journey.instruments.map((line, index) => (
          <InstrumentGutter key={line.instrument} line={line} band={tracks.instruments[index]} />
        ))}
      </div>
      {layout.note.text !== '' && (
        <p className={styles['note']} style={{ top: tracks.note.top + 6, width: layout.note.width }}>
          {layout.note.text}
        </p>
      )}
      {collapsed.length > 0 && (
        <button
          type="button"
          className={styles['more']}
          style={{ top: tracks.note.top + 2 }}
          onClick={onShowRows}
          disabled={onShowRows === undefined}
        >
          {moreAnalytes(collapsed.length)}
        </button>
      )}
    </div>
  );
}

function HoursLabels({ layout }: { layout: JourneyLayout }) {
  const { tracks, hoursTop: top } = layout;
  const totals = hoursTotals(layout.facts.weeks);
  const nothingKnown = totals.unknown === layout.facts.weeks.length;
  const foot = tracks.hours.top + tracks.hours.height;
  return (
    <>
      <div className={styles['block']} style={{ top: tracks.hours.top + 1 }}>
        <p className={styles['name']}>{journeyLabels.hours}</p>
        <p className={styles['small']}>
          {nothingKnown ? journeyLabels.hoursNotKnown : journeyLabels.hoursTotal(totals.delivered, totals.prescribed)}
        </p>
        {!nothingKnown && <p className={styles['small']}>{journeyLabels.weeksMet(totals.met, totals.full)}</p>}
      </div>
      {[0, top / 2, top].map((hours) => (
        <span key={hours} className={styles['tick']} style={{ top: foot - (hours / (top * 1.25)) * tracks.hours.height }}>
          {hours}
        </span>
      ))}
    </>
  );
}

function AnalyteLabel({ row, band }: { row: MatrixRow; band: Tracks['collection'] | undefined }) {
  if (!row.medicated || band === undefined)
    return <GutterRow band={band} name={row.name} count={journeyLabels.count(row.detected, row.read)} />;
  return (
    <div className={styles['block']} style={{ top: band.top + 5 }}>
      <p className={styles['name']}>{row.name}</p>
      <p className={styles['small']}>{journeyLabels.detected(row.detected, row.read)}</p>
    </div>
  );
}
