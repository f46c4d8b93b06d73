import { percent } from '#domain/attendance/words.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Evidence } from './phases.ts';

/** 'week 5', '2 of 3', '82%', '9 Mar 2026', or a dash where nothing is known. */
export function evidenceWords(evidence: Evidence | null): string {
  switch (evidence?.kind) {
    case undefined:
      return '–';
    case 'week':
      return `week ${evidence.week}`;
    case 'goals':
      return `${evidence.reached} of ${evidence.of}`;
    case 'hours':
      return percent(evidence.share);
    case 'recorded':
      return dayWithYear(evidence.on);
  }
  evidence satisfies undefined;
}
