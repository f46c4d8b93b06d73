import { hourNumber } from '#domain/attendance/words.ts';
import { dayMonth, dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { bandOf } from '#domain/instruments/instruments.ts';
import type { Journey } from '#domain/clients/journey.ts';
import { FigureTable } from '../figure/FigureTable.tsx';
import { levelText } from './goal-lines.ts';
import type { JourneyLayout } from './journey-layout.ts';
import { journeyTableWords } from './journey-table-words.ts';
import { ScreenTable } from './ScreenTable.tsx';
import { isOnAxis } from './time-axis.ts';

const dayOr = (on: Day | null, otherwise: string): string => (on === null ? otherwise : dayMonth(on));
const hoursOr = (hours: number | null): string => (hours === null ? journeyTableWords.notKnown : hourNumber(hours));

/** The journey in words: the same days, the same rows, as many marked cells as marks. */
export function JourneyTables({ journey, layout }: { journey: Journey; layout: JourneyLayout }) {
  const { axis } = layout;
  const reaches = (from: Day, to: Day | null): boolean => from <= axis.end && from <= journey.today && (to === null || to >= axis.start);
  return (
    <>
      <FigureTable
        caption={journeyTableWords.phases}
        columns={columns(journeyTableWords.phase, journeyTableWords.from, journeyTableWords.to)}
        rows={journey.phases
          .filter((phase) => reaches(phase.from, phase.to))
          .map((phase) => ({
            key: phase.from,
            head: `${phase.number} ${phase.name}`,
            cells: [{ content: dayWithYear(phase.from), mark: true }, { content: dayOr(phase.to, journeyTableWords.now) }],
          }))}
      />
      <FigureTable
        caption={journeyTableWords.hours}
        columns={[
          ...columns(journeyTableWords.week),
          ...numbers(
            journeyTableWords.prescribed,
            journeyTableWords.delivered,
            journeyTableWords.excused,
            journeyTableWords.cancelled,
            journeyTableWords.telehealth,
          ),
        ]}
        rows={layout.facts.weeks.map((week) => ({
          key: week.week,
          head: week.partial ? journeyTableWords.soFar(dayMonth(week.week)) : dayMonth(week.week),
          cells: [
            { content: hoursOr(week.prescribed) },
            { content: hoursOr(week.delivered), mark: true },
            // Beside unknown hours a zero isn't certain either.
            ...[week.excused, week.cancelled, week.telehealth].map((hours) => ({
              content: hoursOr(week.delivered === null && hours === 0 ? null : hours),
            })),
          ],
        }))}
      />
      <ScreenTable layout={layout} />
      <FigureTable
        caption={journeyTableWords.doses}
        columns={columns(journeyTableWords.medication, journeyTableWords.from, journeyTableWords.to)}
        rows={layout.rows.flatMap((row) =>
          journey.doses
            .filter((dose) => dose.analytes.includes(row.analyte) && reaches(dose.from, dose.to))
            .map((dose) => ({
              key: `${row.analyte} ${dose.medication} ${dose.from}`,
              head: `${row.name}: ${dose.medication} ${dose.dose ?? ''}`,
              cells: [{ content: dayMonth(dose.from), mark: true }, { content: dayOr(dose.to, journeyTableWords.now) }],
            })),
        )}
      />
      <FigureTable
        caption={journeyTableWords.adjustments}
        columns={columns(
          journeyTableWords.adjustment,
          journeyTableWords.opened,
          journeyTableWords.signed,
          journeyTableWords.followUp,
          journeyTableWords.closed,
        )}
        rows={layout.facts.adjustments.map((one) => ({
          key: one.id,
          head: one.label,
          cells: [
            { content: dayMonth(one.openedOn), mark: true },
            { content: dayOr(one.signedOn, journeyTableWords.notYet) },
            { content: dayOr(one.followUpOn, journeyTableWords.notYet) },
            { content: dayOr(one.closedOn, journeyTableWords.notYet) },
          ],
        }))}
      />
      <FigureTable
        caption={journeyTableWords.goals}
        columns={[...columns(journeyTableWords.goal, journeyTableWords.date), ...numbers(journeyTableWords.level)]}
        rows={journey.goals.flatMap((goal) =>
          goal.ratings
            .filter((rating) => isOnAxis(axis, rating.on) && rating.on <= journey.today)
            .map((rating) => ({
              key: `${goal.id} ${rating.on}`,
              head: `${goal.number} ${goal.title}`,
              cells: [{ content: dayMonth(rating.on) }, { content: levelText(rating.level), mark: true }],
            })),
        )}
      />
      <FigureTable
        caption={journeyTableWords.scores}
        columns={[
          ...columns(journeyTableWords.instrument, journeyTableWords.date),
          ...numbers(journeyTableWords.score),
          ...columns(journeyTableWords.band),
          ...numbers(journeyTableWords.item9),
        ]}
        rows={journey.instruments.flatMap((line) =>
          line.scores
            .filter((score) => isOnAxis(axis, score.on))
            .map((score) => ({
              key: `${line.instrument} ${score.on}`,
              head: line.instrument,
              cells: [
                { content: dayMonth(score.on) },
                { content: score.score, mark: true },
                { content: bandOf(line.instrument, score.score) },
                { content: score.item9 },
              ],
            })),
        )}
      />
    </>
  );
}

const columns = (...heads: readonly string[]) => heads.map((head) => ({ key: head, head }));
const numbers = (...heads: readonly string[]) => heads.map((head) => ({ key: head, head, number: true }));
