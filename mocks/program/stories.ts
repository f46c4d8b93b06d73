import type { ClientFixture } from './life.ts';
import { idFor } from './random.ts';
import { ana, chris } from './stories/back-and-away.ts';
import { dee } from './stories/dee.ts';
import { lee, sam } from './stories/good-news.ts';
import { jordan } from './stories/jordan.ts';
import { maya } from './stories/maya.ts';
import { noor } from './stories/noor.ts';
import { priya } from './stories/priya.ts';
import type { World } from './stories/teller.ts';
import { theo } from './stories/theo.ts';

/**
 * The people whom tests and pages may name, all on R. Ortiz's caseload. Their ids and chart numbers are the same on every day;
 * their dates move with today, whatever weekday that is.
 *
 * | key | chart | what is so today |
 * | --- | --- | --- |
 * | jordan | 4417 | A1 (fentanyl; buprenorphine not detected) closed improved, A2 (amphetamine, confirmed) in place, A3 (cocaine, presumptive) waits for a talk |
 * | maya | 4402 | PHQ-9 item 9 above 0 this morning, nobody told |
 * | priya | 4403 | the last two sessions missed in a row, one voicemail |
 * | noor | 4405 | talked about alcohol (EtG, presumptive), not signed |
 * | dee | 4408 | follow-up on A2 due today |
 * | theo | 4411 | 11 of 18 prescribed hours in the last two full weeks |
 * | sam | 4413 | 5 of 5 criteria of phase 2 met |
 * | lee | 4414 | 9 of the last 10 screens as expected |
 * | ana | 4415 | back after lost contact |
 * | chris | 4416 | a goal review, snoozed for three days |
 */
const stories = { jordan, maya, priya, noor, dee, theo, sam, lee, ana, chris } as const;
export type StoryKey = keyof typeof stories;

export const storyKeys = Object.keys(stories) as StoryKey[];

/** The stories, told for a day. */
export const storiesOf = (world: World): readonly ClientFixture[] => storyKeys.map((key) => stories[key](world));

/** The client's id of a story, on any day. */
export const storyClientId = (key: StoryKey): string => idFor(`client ${key}`);
