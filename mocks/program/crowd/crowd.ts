import type { Frame } from '../frame.ts';
import { memberOf, type ProgramFixture, type Member } from '../house.ts';
import type { ClientFixture } from '../life.ts';
import type { Diary } from '../sessions.ts';
import { groupFor, fixtureOf } from './lives.ts';
import { workshopsIn } from './one-to-one.ts';
import { staysUntil, type Stay } from './stays.ts';

type World = { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame };

/** The random crowd. Nobody asserts on it; it is there so that a day looks like a day. */
export function populationOf(world: World, besideStories: number): readonly ClientFixture[] {
  const stays = staysUntil(world.frame);
  const therapists = therapistsFor(stays, world.programFixture, besideStories);
  const workshops = workshopsIn(world.programFixture, world.diary);
  return stays.map((stay) => fixtureOf(stay, groupFor(stay, world.programFixture), therapists(stay), world, workshops));
}

/** R. Ortiz has 34 open clients: the stories, and calm ones up to that number. The rest are shared out among everybody. */
function therapistsFor(stays: readonly Stay[], programFixture: ProgramFixture, besideStories: number): (stay: Stay) => Member {
  const ortiz = memberOf(programFixture, 'ortiz');
  const others = programFixture.staff.filter(({ role, key }) => role === 'therapist' && key !== 'ortiz');
  const calm = stays
    .filter((stay) => stay.calm && stay.closedOn === null)
    .toSorted((a, b) => ((a.index * 37) % 101) - ((b.index * 37) % 101))
    .slice(0, 34 - besideStories);
  const mine = new Set(calm.map(({ index }) => index));
  return (stay) => {
    if (mine.has(stay.index)) return ortiz;
    const shared = stay.closedOn === null ? others : [ortiz, ...others];
    return shared[stay.index % shared.length] ?? ortiz;
  };
}
