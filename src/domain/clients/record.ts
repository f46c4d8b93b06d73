/** What a chart says of who a person is, beside how they are reached: the fields that several people may edit. */
export const identityFields = [
  'firstName',
  'lastName',
  'preferredName',
  'pronouns',
  'bornOn',
  'chartNumber',
  'language',
  'interpreter',
] as const;
export type IdentityField = (typeof identityFields)[number];

/** The parts of a record that are edited on their own. */
export const recordFields = [...identityFields, 'contacts', 'identifiers'] as const;
export type RecordField = (typeof recordFields)[number];

/** Where a person stands with care: an open episode, closed ones alone, or none yet. */
export const careStatuses = ['in-care', 'closed', 'not-started'] as const;
export type CareStatus = (typeof careStatuses)[number];

/** What the surviving chart may take over from the one that is merged into it. Its own number stays; the other is found under both. */
export const takenFields = [
  'firstName',
  'lastName',
  'preferredName',
  'pronouns',
  'bornOn',
  'language',
  'interpreter',
] as const satisfies readonly IdentityField[];
export type TakenField = (typeof takenFields)[number];
