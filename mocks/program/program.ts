import { momentOf, type Day, type Instant, type Zone } from '#domain/calendar.ts';
import { writeTeam } from './care-rows.ts';
import { cairnDemo } from './cairn-demo.ts';
import { crowdOf } from './crowd/crowd.ts';
import { firstDayOf } from './crowd/stays.ts';
import { frameAt, type Frame } from './frame.ts';
import type { House } from './house.ts';
import { writeHouse } from './house-rows.ts';
import type { Life } from './life.ts';
import { writePanels } from './panels.ts';
import { riverbend } from './riverbend.ts';
import { openBook, type Rows } from './rows.ts';
import { writeBatches } from './screen-rows.ts';
import { openDiary, type Diary } from './sessions.ts';
import { storiesOf } from './stories.ts';
import { smallCrowdOf } from './crowd/small.ts';
import { safetyClosingOf, tell } from './told.ts';

/** One organization with everything in it, ready to be written. */
export type Told = {
  readonly house: House;
  readonly rows: Rows;
  /** Episodes that can only be closed once their safety record is there. */
  readonly safetyClosings: readonly { readonly clientId: string; readonly episodeId: string; readonly on: Day }[];
};

/** An organization that can be told, when it is wanted. */
export type Chapter = { readonly house: House; readonly tell: () => Told };

type World = { readonly house: House; readonly diary: Diary; readonly frame: Frame };

/**
 * The synthetic program as it stands on a day: the same for the same day, whoever asks and wherever.
 * Everything before today has happened. Without a moment it is told at two past eight in the morning.
 */
export function chaptersUntil(today: Day, zone: Zone = cairnDemo.zone, now: Instant = momentOf(today, '08:02', zone)): readonly Chapter[] {
  const chapter = (house: House, livesIn: (world: World) => readonly Life[]): Chapter => ({
    house,
    tell: () => told(house, frameAt(today, now, house.zone), livesIn),
  });
  return [
    chapter({ ...cairnDemo, zone }, (world) => {
      const stories = storiesOf(world);
      return [...stories, ...crowdOf(world, stories.length)];
    }),
    chapter(riverbend, smallCrowdOf),
  ];
}

/** Both organizations, told. */
export const programUntil = (today: Day, zone?: Zone, now?: Instant): readonly Told[] =>
  chaptersUntil(today, zone, now).map(({ tell }) => tell());

function told(house: House, frame: Frame, livesIn: (world: World) => readonly Life[]): Told {
  const book = openBook(house.id);
  writeHouse(book, house);
  writePanels(book, house, frame);
  const lives = livesIn({ house, diary: openDiary(book, house, firstDayOf(frame), frame), frame });
  for (const life of lives) tell(book, house, life, frame);
  writeTeam(book, house, lives, frame);
  writeBatches(book, house);
  return { house, rows: book.rows, safetyClosings: lives.flatMap((life) => safetyClosingOf(life) ?? []) };
}
