import { addDays, type Day } from '#domain/calendar.ts';
import { criterionFor, phaseNames } from '../phase-criteria.ts';
import type { Frame } from '../frame.ts';
import type { ClientFixture, PhasePlan } from '../life.ts';
import type { Stay } from './stays.ts';

type Span = { readonly number: number; readonly from: Day; readonly to: Day | null };

/** When the stay's phases began and ended; the last one is open while the client is here. */
export function spansOf({ openedOn, lastServiceOn, closedOn, dice }: Stay, { today }: Frame): readonly Span[] {
  const last = closedOn === null ? today : lastServiceOn;
  const begins = [0, dice.whole(23, 33), dice.whole(54, 66), dice.whole(80, 92)]
    .map((days) => addDays(openedOn, days))
    .filter((from, index) => index === 0 || from < last);
  return begins.map((from, index) => {
    const next = begins[index + 1];
    return { number: index + 1, from, to: next === undefined ? closedOn : addDays(next, -1) };
  });
}

/** Nine hours a week, six once strengthened for a while, three in the last phase; a few start with twelve. */
export function hoursOf({ openedOn, dice }: Stay, spans: readonly Span[]): ClientFixture['hours'] {
  const hours = [{ from: openedOn, perWeek: 9 }];
  const last = spans.find(({ number }) => number === 4);
  if (last !== undefined) hours.push({ from: last.from, perWeek: 6 }, { from: addDays(last.from, dice.whole(18, 26)), perWeek: 3 });
  return hours;
}

/** The phases with what each asks for. Something a person has yet to do is open in a phase that is under way. */
export function phasesOf({ dice, calm, closedOn }: Stay, spans: readonly Span[], { today }: Frame): readonly PhasePlan[] {
  return spans.map(({ number, from, to }): PhasePlan => {
    const current = to === null && closedOn === null;
    const left = current ? dice.whole(1, 2) : 0;
    const criteria = criterionFor(number).map((criterion, index, all) => {
      if (criterion.kind !== 'recorded' && criterion.kind !== 'attested') return { ...criterion, metOn: null };
      return { ...criterion, metOn: index >= all.length - left ? null : addDays(from, 6 + index * 2) };
    });
    const reviewDueOn = current ? addDays(today, calm ? dice.whole(8, 27) : dice.whole(-2, 27)) : null;
    return { number, name: phaseNames[number - 1] ?? '', from, to, reviewDueOn, criteria };
  });
}
