/** What a person may do that a page has to know beforehand, so that it offers nothing that would be refused. */
export const capabilities = [
  'open-clients',
  'record-contacts',
  'open-rosters',
  'enroll-clients',
  'add-sessions',
  'rearrange-sessions',
  'plan-schedule',
  'edit-expectation-map',
  'mark-charts',
  'answer-codes',
] as const;
export type Capability = (typeof capabilities)[number];

/** Whether a person may do something. Nobody may do anything before it is known who is asking. */
export const may = (me: { readonly capabilities: readonly Capability[] } | undefined, capability: Capability): boolean =>
  me?.capabilities.includes(capability) ?? false;
