import { dayWords } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { breathWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { endedAheadWords } from '#domain/medications/edit-words.ts';
import type { CloseProblem } from './close-concern.ts';
import type { SafetyKind, SafetySource, SourceFacts } from './safety-clock.ts';

/** What opened the clock. */
export const safetyNames: Readonly<Record<SafetyKind, string>> = {
  'item-9': 'Answered above 0 on the self-harm item',
  concern: 'A concern for safety was raised',
  intoxication: 'Seemed intoxicated',
  'breath-alcohol': "Breath alcohol at or above the program's limit",
  withdrawal: 'Signs of withdrawal',
  overdose: 'An overdose was reported',
  'unexpected-opioid': 'Unexpected opioid on a screen',
  'possible-opioid': 'Detected under a code that nobody has named: it may be an opioid',
  'opioid-medication-missing': 'Prescribed opioid medication not detected',
  'opioid-medication-stopped': 'Opioid medication stopped',
  return: 'Back after jail, detox or leave, when tolerance is lower',
};

/** The field at fault, and what to do about it. */
export const closeProblemWords: Readonly<Record<CloseProblem, readonly [field: 'summary' | 'at', message: string]>> = {
  'too-short': ['summary', 'Say what was done, in a sentence.'],
  'claims-safety': ['summary', 'Say what was done and what was agreed. Nobody can sign that somebody is safe.'],
  'not-yet': ['at', 'That time is still to come. Say when it was done.'],
  'before-it-opened': ['at', 'This is before the concern was opened. Say when it was done.'],
};

/** Who was notified can't have been so yet. */
export const notifiedInFuture = 'That time is still to come. Say when you told them.';

/** Said of a clock whose result was corrected since. It runs on: only a signed check closes it. */
export const correctedCauseWords =
  'The result that started this was corrected since and would start nothing now. The clock runs until the check is signed.';

/** Where a concern came from, in a few words that may stand on a list: 'screen of Sat 21 Nov', 'breath reading 0.045 g/210 L', 'raised by family'. */
export function safetySourceWords(source: SafetySource, facts: SourceFacts | null, screenOn: Day | null): string {
  switch (source) {
    case 'screen':
      return screenOn === null ? 'a screen' : `screen of ${dayWords(screenOn)}`;
    case 'breath':
      return facts?.breathAlcohol === undefined ? 'breath reading' : `breath reading ${breathWords(facts.breathAlcohol)}`;
    case 'instrument':
      return facts?.instrument ?? 'an instrument';
    case 'log':
      return facts?.session === undefined ? 'seen while reading cups' : `seen at ${facts.session}`;
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

/** What whoever raised it wrote, or what the record says where nobody did; null where the source says it all. */
export function concernSummary(source: SafetySource | null, written: string | null, facts: SourceFacts | null): string | null {
  if (source !== 'staff' && source !== 'family' && source !== 'client') return null;
  return written ?? (facts?.ended === undefined ? null : endedAheadWords(facts.ended.medication, facts.ended.lastOn));
}
