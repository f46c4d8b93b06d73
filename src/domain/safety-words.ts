import { dayWords } from './calendar-words.ts';
import type { Day } from './calendar.ts';
import type { SafetySource } from './safety.ts';

/** Where a concern came from, in a few words that may stand on a list: 'screen of Sat 21 Nov', 'breath reading 0.045 g/210 L', 'raised by family'. */
export function safetySourceWords(source: SafetySource, says: string | null, screenOn: Day | null): string {
  switch (source) {
    case 'screen':
      return screenOn === null ? 'a screen' : `screen of ${dayWords(screenOn)}`;
    case 'breath':
      return says === null ? 'breath reading' : `breath reading ${says}`;
    case 'instrument':
      return says ?? 'an instrument';
    case 'log':
      return says === null ? 'seen while reading cups' : `seen at ${says}`;
    case 'conversation':
      return 'said in conversation';
    case 'staff':
      return 'raised by staff';
    case 'family':
      return 'raised by family';
    case 'client':
      return 'said by the client';
  }
  return source satisfies never;
}
