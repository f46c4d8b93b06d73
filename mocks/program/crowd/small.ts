import { addDays } from '#domain/calendar.ts';
import type { Frame } from '../frame.ts';
import { memberOf, type ProgramFixture } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import { diceFor } from '../random.ts';
import type { Diary } from '../sessions.ts';
import { groupFor, fixtureOf } from './lives.ts';
import { workshopsIn } from './one-to-one.ts';
import type { Stay } from './stays.ts';

/** Six people of the second organization, in care for one to eleven weeks. */
export function smallPopulationOf(world: { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame }): readonly ClientFixture[] {
  const therapist = memberOf(world.programFixture, 'ferrer');
  const workshops = workshopsIn(world.programFixture, world.diary);
  return [9, 20, 31, 45, 60, 77].map((days, nth) => {
    const key = `riverbend ${nth}`;
    const openedOn = addDays(world.frame.today, -days);
    const stay: Stay = {
      index: 7000 + nth,
      key,
      dice: diceFor(key),
      openedOn,
      lastServiceOn: addDays(world.frame.today, 40),
      because: 'completed',
      closedOn: null,
      calm: nth !== 2,
    };
    return fixtureOf(stay, groupFor(stay, world.programFixture), therapist, world, workshops);
  });
}
