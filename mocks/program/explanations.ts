import type { Opened } from './adjustments.ts';
import type { Frame } from './frame.ts';

/** The analytes of a screen that the team has explained by now, through any adjustment that answers them. */
export const explainedOn = (screenId: string, adjustments: readonly Opened[], { now }: Frame): ReadonlySet<string> =>
  new Set(
    adjustments
      .filter(({ answer }) => answer.explained !== null && answer.explained.at <= now)
      .flatMap(({ attached }) => attached.filter((link) => link.screenId === screenId).map(({ analyte }) => analyte)),
  );
