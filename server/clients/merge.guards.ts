import { mergeMessages } from '#domain/clients/merge-words.ts';
import type { ChartToMerge } from './merge-comparison.rows.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The two charts in the order in which they were asked for: the one that is kept first. Refuses one that isn't there, and one chart twice. */
export function bothCharts(clientId: string, otherId: string, found: readonly ChartToMerge[]): [ChartToMerge, ChartToMerge] {
  const [surviving, merged] = [clientId, otherId].map((id) => found.find((chart) => chart.client_id === id));
  if (surviving === undefined || merged === undefined) throw new Refusal('client-unknown');
  if (surviving === merged) throw new Refusal('wrong-state', mergeMessages.same);
  return [surviving, merged];
}
