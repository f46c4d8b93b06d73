import type { ScreenCounts } from '#domain/drug-screens/counts.ts';
import { readingNames } from '#domain/drug-screens/words.ts';

/** '42 of 46 scheduled screens collected; 1 excused, 1 cancelled by us left out; 41 interpretable; a negative doesn't rule out use' */
export function screensSummary(counts: ScreenCounts): string {
  const left = (['excused', 'cancelled-by-program'] as const).flatMap((reading) => {
    const count = counts.byReading[reading] ?? 0;
    return count === 0 ? [] : [`${count} ${readingNames[reading]}`];
  });
  return [
    `${counts.collected} of ${counts.due} scheduled screens collected`,
    left.length === 0 ? null : `${left.join(', ')} left out`,
    `${counts.interpretable} interpretable`,
    'a negative doesn’t rule out use',
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
