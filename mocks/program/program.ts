import { momentOf, type Day, type Instant, type Zone } from '#domain/calendar.ts';
import { writeTeam } from './care-rows.ts';
import { cairnDemo } from './cairn-demo.ts';
import { populationOf } from './crowd/crowd.ts';
import { firstDayOf } from './crowd/stays.ts';
import { frameAt, type Frame } from './frame.ts';
import type { ProgramFixture } from './house.ts';
import { writeProgramFixture } from './house-rows.ts';
import type { ClientFixture } from './life.ts';
import { writePanels } from './panels.ts';
import { riverbend } from './riverbend.ts';
import { openBook, type Rows } from './rows.ts';
import { writeBatches } from './screen-rows.ts';
import { openDiary, type Diary } from './sessions.ts';
import { storiesOf } from './stories.ts';
import { smallPopulationOf } from './crowd/small.ts';
import { closedConcernOf, tell } from './told.ts';

/** One organization with everything in it, ready to be written. */
export type ProgramEvents = {
  readonly programFixture: ProgramFixture;
  readonly rows: Rows;
  /** Episodes that can only be closed once their safety record is there. */
  readonly closedConcerns: readonly { readonly clientId: string; readonly episodeId: string; readonly on: Day }[];
};

/** An organization that can be told, when it is wanted. */
export type Chapter = { readonly programFixture: ProgramFixture; readonly tell: () => ProgramEvents };

type World = { readonly programFixture: ProgramFixture; readonly diary: Diary; readonly frame: Frame };

/**
 * The synthetic program as it stands on a day: the same for the same day, whoever asks and wherever.
 * Everything before today has happened. Without a moment it is told at two past eight in the morning.
 */
export function chaptersUntil(today: Day, zone: Zone = cairnDemo.zone, now: Instant = momentOf(today, '08:02', zone)): readonly Chapter[] {
  const chapter = (programFixture: ProgramFixture, fixturesIn: (world: World) => readonly ClientFixture[]): Chapter => ({
    programFixture,
    tell: () => eventsOf(programFixture, frameAt(today, now, programFixture.zone), fixturesIn),
  });
  return [
    chapter({ ...cairnDemo, zone }, (world) => {
      const stories = storiesOf(world);
      return [...stories, ...populationOf(world, stories.length)];
    }),
    chapter(riverbend, smallPopulationOf),
  ];
}

/** Both organizations, told. */
export const programUntil = (today: Day, zone?: Zone, now?: Instant): readonly ProgramEvents[] =>
  chaptersUntil(today, zone, now).map(({ tell }) => tell());

function eventsOf(programFixture: ProgramFixture, frame: Frame, fixturesIn: (world: World) => readonly ClientFixture[]): ProgramEvents {
  const book = openBook(programFixture.id);
  writeProgramFixture(book, programFixture);
  writePanels(book, programFixture, frame);
  const fixtures = fixturesIn({ programFixture, diary: openDiary(book, programFixture, firstDayOf(frame), frame), frame });
  for (const fixture of fixtures) tell(book, programFixture, fixture, frame);
  writeTeam(book, programFixture, fixtures, frame);
  writeBatches(book, programFixture);
  return { programFixture, rows: book.rows, closedConcerns: fixtures.flatMap((fixture) => closedConcernOf(fixture) ?? []) };
}
