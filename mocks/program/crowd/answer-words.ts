import type { Outcome } from '#domain/care-plan.ts';

type Texts = readonly [string, ...string[]];

/** What clients said, in their words as a therapist would note them. All invented. */
export const ownWords: Texts = [
  'Payday came and I drove past the old place. I should have called.',
  'I was alone all weekend and it got long.',
  'My cousin was over. I said no twice and yes the third time.',
  'I ran out on Thursday and the pharmacy was closed.',
  'Work let me go Monday. That was it, really.',
  'I want to stay. I was scared to say it in group.',
  'It was one night. I told my sponsor the next morning.',
  'The anniversary of my mom. I knew it was coming and had no plan.',
  'I thought I could handle one. I do not want to be back there.',
  'The bus strike meant two groups missed, and then I stopped answering.',
];

type Change = { readonly line: string; readonly what: string; readonly opioid: boolean };
const change = (line: string, what: string, opioid = false): Change => ({ line, what, opioid });

/** Changes as they were written down, by the line of the response menu. */
export const changeBank: readonly [Change, ...Change[]] = [
  change('add-individual', 'An extra hour each week for a month'),
  change('ask-dose', 'Ask the prescriber about the dose', true),
  change('return-to-use-prevention', 'Two sessions on the chain of that evening'),
  change('peer-support', 'Peer to call after work on Fridays'),
  change('add-group', 'Saturday skills group for four weeks'),
  change('ask-formulation', 'Ask the prescriber about a monthly formulation', true),
  change('trigger-map', 'Map of places and hours, carried in the wallet'),
  change('contingency-management', 'Prize draw for attending, twice a week'),
  change('family-session', 'Session with the partner about evenings'),
  change('transport', 'Bus pass and a ride list for late groups'),
  change('schedule', 'Move to the group that fits the new shift'),
  change('psychiatric-consult', 'Consult about sleep and mood'),
];

export const explanations: Texts = [
  'Short course after a dental procedure; the letter is on file',
  'Laboratory: cross-reaction with a prescribed medication',
  'Last dose before the prescriber stopped it, still clearing',
];
export const noChangeReasons: Texts = [
  'The plan was changed for the same reason last week',
  'Client asked to keep the plan as it is; reviewed together',
  'A single event, already talked through in group and with the sponsor',
];
export const wouldBeBetter: Texts = [
  '2 screens as expected and 9 h a week',
  'Every group for two weeks',
  'Called somebody before, not after',
  'Sleep of 6 hours, and no evening alone on Friday',
];

export const outcomeNotes: Readonly<Record<Outcome, string>> = {
  improved: 'Came to every group since, and says evenings are easier.',
  same: 'Hours held; the hard evenings are still hard.',
  'needs-more': 'The change helped less than hoped. Next step agreed together.',
  unclear: 'Away for part of the time, so there is little to compare.',
};
