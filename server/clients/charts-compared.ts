import { fullName } from './client-names.ts';
import type { ChartsCompared } from '#contract/clients-merge.ts';
import { instantFrom, type Instant } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { mergeMessages, rowSummary, tableName, type StoredRow } from '#domain/clients/merge-words.ts';
import { careStatusOf } from './charts.rows.ts';
import type { ChartToMerge, EpisodeOfChart, MergeFacts } from './merge-comparison.rows.ts';
import { recordIdentityOf } from './record-identity.ts';

/** The two charts side by side, what would move, and what can't stand twice. */
export function chartsCompared(
  surviving: ChartToMerge,
  merged: ChartToMerge,
  { counts, conflicts, episodes }: MergeFacts,
  now: Instant,
): ChartsCompared {
  const open = (of: ChartToMerge) => episodes.find((one) => one.client_id === of.client_id && one.closed_on === null);
  const [survivingOpen, mergedOpen] = [open(surviving), open(merged)];
  const both = survivingOpen !== undefined && mergedOpen !== undefined;
  return {
    surviving: sideOf(surviving, episodes),
    merged: sideOf(merged, episodes),
    holds: counts.flatMap((row) => {
      const what = tableName(row.found_in);
      return what === null ? [] : [{ what, surviving: row.of_surviving, merged: row.of_merged }];
    }),
    conflicts: conflicts
      .filter(
        ({ found_in, merged_row, surviving_row }) =>
          found_in !== 'screen_slot' || (isKnown(merged_row, now) && isKnown(surviving_row, now)),
      )
      .map(({ found_in, key, merged_row, surviving_row, keeps }) => {
        const { about, summary } = rowSummary(found_in, surviving_row);
        return { key, about, surviving: summary, merged: rowSummary(found_in, merged_row).summary, keeps };
      }),
    joins:
      both && survivingOpen.program === mergedOpen.program
        ? mergeMessages.joins(
            survivingOpen.program,
            dayWithYear(survivingOpen.opened_on < mergedOpen.opened_on ? survivingOpen.opened_on : mergedOpen.opened_on),
          )
        : null,
    blocked: both && survivingOpen.program !== mergedOpen.program ? mergeMessages.twoPrograms : null,
  };
}

/** Whether the collection that a slot waits for has opened. Before, nobody is told of it, and the rule settles which of two stays. */
function isKnown({ opens_at }: StoredRow, now: Instant): boolean {
  const opens = typeof opens_at === 'string' ? instantFrom(opens_at) : null;
  return opens !== null && opens <= now;
}

const sideOf = (chart: ChartToMerge, episodes: readonly EpisodeOfChart[]): ChartsCompared['surviving'] => ({
  clientId: chart.client_id,
  version: chart.version,
  name: fullName(chart),
  careStatus: careStatusOf(chart),
  ...recordIdentityOf(chart),
  episodes: episodes
    .filter(({ client_id }) => client_id === chart.client_id)
    .map(
      ({ program, opened_on, closed_on }) =>
        `${program}, ${dayWithYear(opened_on)} to ${closed_on === null ? 'now' : dayWithYear(closed_on)}`,
    ),
});
