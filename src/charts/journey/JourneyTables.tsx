import { hourNumber } from '#domain/attendance-words.ts';
import { dayMonth, dayWithYear } from '#domain/calendar-words.ts';
import type { Day } from '#domain/calendar.ts';
import { bandOf } from '#domain/instruments.ts';
import type { Journey } from '#domain/journey.ts';
import { FigureTable } from '../figure/FigureTable.tsx';
import { levelText } from './goal-lines.ts';
import type { JourneyLayout } from './journey-layout.ts';
import { journeyTableWords as says } from './journey-table-words.ts';
import { ScreenTable } from './ScreenTable.tsx';
import { isOnAxis } from './time-axis.ts';

const dayOr = (on: Day | null, otherwise: string): string => (on === null ? otherwise : dayMonth(on));
const hoursOr = (hours: number | null): string => (hours === null ? says.notKnown : hourNumber(hours));

/** The journey in words: the same days, the same rows, as many marked cells as marks. */
export function JourneyTables({ journey, layout }: { journey: Journey; layout: JourneyLayout }) {
  const { axis } = layout;
  const reaches = (from: Day, to: Day | null): boolean => from <= axis.end && from <= journey.today && (to === null || to >= axis.start);
  return (
    <>
      <FigureTable
        caption={says.phases}
        columns={columns(says.phase, says.from, says.to)}
        rows={journey.phases
          .filter((phase) => reaches(phase.from, phase.to))
          .map((phase) => ({
            key: phase.from,
            head: `${phase.number} ${phase.name}`,
            cells: [{ says: dayWithYear(phase.from), mark: true }, { says: dayOr(phase.to, says.now) }],
          }))}
      />
      <FigureTable
        caption={says.hours}
        columns={[...columns(says.week), ...numbers(says.prescribed, says.delivered, says.excused, says.cancelled, says.telehealth)]}
        rows={layout.facts.weeks.map((week) => ({
          key: week.week,
          head: week.partial ? says.soFar(dayMonth(week.week)) : dayMonth(week.week),
          cells: [
            { says: hoursOr(week.prescribed) },
            { says: hoursOr(week.delivered), mark: true },
            // Beside unknown hours a zero isn't certain either.
            ...[week.excused, week.cancelled, week.telehealth].map((hours) => ({
              says: hoursOr(week.delivered === null && hours === 0 ? null : hours),
            })),
          ],
        }))}
      />
      <ScreenTable layout={layout} />
      <FigureTable
        caption={says.doses}
        columns={columns(says.medication, says.from, says.to)}
        rows={layout.rows.flatMap((row) =>
          journey.doses
            .filter((dose) => dose.analytes.includes(row.analyte) && reaches(dose.from, dose.to))
            .map((dose) => ({
              key: `${row.analyte} ${dose.medication} ${dose.from}`,
              head: `${row.name}: ${dose.medication} ${dose.dose ?? ''}`,
              cells: [{ says: dayMonth(dose.from), mark: true }, { says: dayOr(dose.to, says.now) }],
            })),
        )}
      />
      <FigureTable
        caption={says.adjustments}
        columns={columns(says.adjustment, says.opened, says.signed, says.followUp, says.closed)}
        rows={layout.facts.adjustments.map((one) => ({
          key: one.id,
          head: one.label,
          cells: [
            { says: dayMonth(one.openedOn), mark: true },
            { says: dayOr(one.signedOn, says.notYet) },
            { says: dayOr(one.followUpOn, says.notYet) },
            { says: dayOr(one.closedOn, says.notYet) },
          ],
        }))}
      />
      <FigureTable
        caption={says.goals}
        columns={[...columns(says.goal, says.date), ...numbers(says.level)]}
        rows={journey.goals.flatMap((goal) =>
          goal.ratings
            .filter((rating) => isOnAxis(axis, rating.on) && rating.on <= journey.today)
            .map((rating) => ({
              key: `${goal.id} ${rating.on}`,
              head: `${goal.number} ${goal.title}`,
              cells: [{ says: dayMonth(rating.on) }, { says: levelText(rating.level), mark: true }],
            })),
        )}
      />
      <FigureTable
        caption={says.scores}
        columns={[...columns(says.instrument, says.date), ...numbers(says.score), ...columns(says.band), ...numbers(says.item9)]}
        rows={journey.instruments.flatMap((line) =>
          line.scores
            .filter((score) => isOnAxis(axis, score.on))
            .map((score) => ({
              key: `${line.instrument} ${score.on}`,
              head: line.instrument,
              cells: [
                { says: dayMonth(score.on) },
                { says: score.score, mark: true },
                { says: bandOf(line.instrument, score.score) },
                { says: score.item9 },
              ],
            })),
        )}
      />
    </>
  );
}

const columns = (...heads: readonly string[]) => heads.map((head) => ({ key: head, head }));
const numbers = (...heads: readonly string[]) => heads.map((head) => ({ key: head, head, number: true }));
