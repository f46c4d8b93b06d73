/** What is missing, and how to mend it. Said beside the field and in the summary. */
export const missing = {
  at: 'Say when you talked.',
  method: 'Choose how you talked.',
  notifiedAt: 'Say when they were told.',
  safety: 'Choose what was done about safety today.',
  naloxone: 'Choose what was said about naloxone.',
  because: 'Choose what explains it.',
  explanation: 'Write how you know.',
  what: 'Say what exactly changes.',
  fromOn: 'Choose the day it starts.',
  who: 'Choose who does it.',
  noChangeReason: 'Say why no change is needed.',
  clientView: 'Choose the client’s view.',
  outcome: 'Choose what followed.',
  outcomeNote: 'Write one sentence on what followed.',
};
